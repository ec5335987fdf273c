import SafeText

/// How a histogram shows its counts: as labels on the bars or, where those would touch, on grid lines with a gutter of their own.
struct HistogramCounts {
  /// Height of the scale's upper end, and of zero, in px from the top.
  static let top = 30.0
  static let bottom = 210.0

  private static let gridCount = 3.0

  /// From zero to the largest count, or to a round number above it.
  let scale: LinearScale
  /// Whether the bars carry labels.
  let areShown: Bool
  /// Whether there are grid lines.
  let hasGrid: Bool
  /// Px left free at the left for the labels of the grid lines.
  let gutter: Double

  private let unit: String

  init(_ chart: HistogramChart) {
    let counts = (chart.bins + (chart.overflow.map { [$0] } ?? [])).map(\.count)
    let largest = Double(counts.max() ?? 0)
    unit = chart.countLabel
    areShown = Self.labelsFit(chart)
    hasGrid = largest > 0 && (!areShown || chart.countLabels == .inside)
    var scale = LinearScale(0, largest)
    if hasGrid { scale.makeNice(Self.gridCount, areWhole: true) }
    self.scale = scale
    let lower = hasGrid ? Self.ticks(of: scale).dropLast().map { Self.text($0, of: scale) } : []
    gutter = lower.map { (TextWidth.of($0, size: TextWidth.tickSize) + 8).rounded(.up) }.max() ?? 0
  }

  /// Height of a count in px from the top.
  func height(of count: Double) -> Double { Self.bottom - scale.position(count) * (Self.bottom - Self.top) }

  /// Faint lines with their counts, the unit on the top one.
  var grid: [any Mark] {
    guard hasGrid else { return [] }
    let ticks = Self.ticks(of: scale)
    return ticks.flatMap { tick -> [any Mark] in
      let y = height(of: tick)
      let text = Self.text(tick, of: scale) + (tick == ticks.last ? " " + unit : "")
      return [RuleMark(.grid, y: y.rounded() + 0.5), TextMark(content: SafeHTML(text: text), y: y - 3.5, style: [.quiet, .halo])]
    }
  }

  private static func ticks(of scale: LinearScale) -> [Double] { scale.ticks(gridCount, areWhole: true).filter { $0 > 0 } }

  private static func text(_ tick: Double, of scale: LinearScale) -> String {
    AxisNumberText(step: 1, largest: scale.upper).text(tick)
  }

  /// Whether no count touches the next one, nor a taller bar beside its own.
  private static func labelsFit(_ chart: HistogramChart) -> Bool {
    let slots = HistogramSlots(chart, gutter: 0)
    var labels = zip(chart.bins, slots.starts).map { (count: $0.count, middle: $1 + slots.width / 2) }
    if let overflow = chart.overflow, let place = slots.overflow { labels.append((overflow.count, place.start + place.width / 2)) }
    let pitch = slots.narrowestPitch
    let shown = labels.filter { $0.count > 0 }.map { label in
      (count: label.count, middle: label.middle / 100 * ChartWidth.narrowest, half: TextWidth.of(NumberText.count(label.count)) / 2)
    }
    return zip(shown, shown.dropFirst()).allSatisfy { left, right in
      let distance = right.middle - left.middle
      guard left.half + right.half + 3 <= distance else { return false }
      let shorter = left.count < right.count ? left.half : right.half
      return left.count == right.count || shorter + pitch / 2 <= distance
    }
  }
}
