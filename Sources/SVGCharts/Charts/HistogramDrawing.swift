import SafeText

/// Lays a histogram out: bins in per cent across, counts in px up.
struct HistogramDrawing {
  private let chart: HistogramChart
  private let slots: HistogramSlots
  private let counts: HistogramCounts

  private static let tickBaseline = 225.0
  private static let axisBaseline = 244.0
  private static let height = 248.0
  /// The least a bin with a sample gets, in px.
  private static let leastHeight = 1.0
  /// The least height of a bar that has room for its count, in px.
  private static let roomInside = 22.0

  init(_ chart: HistogramChart) {
    self.chart = chart
    counts = HistogramCounts(chart)
    slots = HistogramSlots(chart, gutter: counts.gutter)
  }

  func render(_ frame: ChartFrame) -> SafeHTML {
    var marks: [any Mark] = []
    for (bin, start) in zip(chart.bins, slots.starts) {
      marks += column(bin, start: start, width: slots.width, fill: .seamed(0))
    }
    if let overflow = chart.overflow, let place = slots.overflow {
      marks += column(overflow, start: place.start, width: place.width, fill: .outline)
    }
    marks += slots.runs.map { RuleMark(.axis, y: HistogramCounts.bottom + 0.5, from: $0.start, to: $0.end) }
    marks += HistogramLabels(chart, slots: slots, baseline: Self.tickBaseline).marks
    let plot = GroupMark(x: counts.gutter, marks: marks)
    let name = TextMark(
      content: SafeHTML(text: chart.valueLabel), x: Across(0, pixels: counts.gutter), y: Self.axisBaseline, style: .quiet)
    let all: [any Mark] = counts.grid + [plot, name]
    return frame.render(height: Self.height, all.map(\.markup).joined(separator: SafeHTML("\n")))
  }

  private func column(_ bin: HistogramChart.Bin, start: Double, width: Double, fill: Fill) -> [any Mark] {
    guard bin.count > 0 else { return [] }
    let bottom = HistogramCounts.bottom
    let y = min(counts.height(of: Double(bin.count)), bottom - Self.leastHeight)
    let bar = ColumnMark(start: start, width: width, y: y, height: bottom - y, fill: fill)
    guard counts.areShown else { return [bar] }
    let isInside = chart.countLabels == .inside && fill != .outline && bottom - y >= Self.roomInside
    let text = NumberText.count(bin.count)
    // A label wider than the first bin would be cut off by the edge of the page if it were centred.
    let isAtEdge = start == 0 && TextWidth.of(text) > width / 100 * ChartWidth.narrowest
    let look: TextMark.Style = isInside ? .inverse : counts.hasGrid ? .halo : []
    let label = TextMark(
      content: SafeHTML(text: text), x: Across(isAtEdge ? 0 : start + width / 2), y: isInside ? bottom - 6 : y - 5,
      style: isAtEdge ? look : look.union(.middle))
    return [bar, label]
  }
}
