import SafeText

/// Lays a bar chart out: a column of names, bars in per cent, values in px, all of which fit the narrowest screen.
///
/// The column of names is so many px wide if they all fit a phone; if not, it grows with the screen, and names are cut twice: for narrow
/// screens and for wide ones.
struct BarChartDrawing {
  private let chart: BarChart
  private let identity: ChartIdentity
  private let legend: LegendMark
  private let bands: BandScale
  private let scale: LinearScale
  /// The right edge of the column of names.
  private let column: Across
  /// The names on narrow screens.
  private let names: [FittedLabel]
  /// The names on wide screens, if more of them fits there.
  private let wideNames: [FittedLabel]?
  /// Length of the longest bar in per cent.
  private let extent: Double

  /// Space between a name or a bar and what follows it.
  private static let gap = 6.0
  /// Space between a name and the line of zero.
  private static let nameGap = 8.0
  /// The most of a wide screen that names take.
  private static let mostForNames = 0.4
  /// Room between the bars and the rest.
  private static let restGap = 8.0
  /// The least a bar of something gets, so that it is not taken for nothing: 1 px on the narrowest screen.
  private static let leastLength = 0.35

  init(_ chart: BarChart, identity: ChartIdentity) {
    self.chart = chart
    self.identity = identity
    legend = LegendMark(chart.series) { .hatched($0, identity) }
    bands = BandScale(count: chart.bars.count, top: legend.height)
    let ordinary = chart.bars.contains { !$0.isRest } ? chart.bars.filter { !$0.isRest } : chart.bars
    let totals = ordinary.map(\.total)
    scale = LinearScale(min(0, totals.min() ?? 0), max(0, totals.max() ?? 0))
    let values = chart.bars.map { TextWidth.of($0.valueText, isBold: $0.isEmphasized) }.max() ?? 0
    let labels = chart.bars.map(\.names)
    let isBold = chart.bars.map(\.isEmphasized)
    let longest = zip(labels, isBold).map { FittedLabel($0, isBold: $1).width }.max() ?? 0
    let wanted = (longest + Self.nameGap).rounded(.up)
    let available = ChartWidth.narrowest - values - Self.gap
    let narrow = min(wanted, max(56, min(150, available - 80)))
    let wide = min(wanted, max(narrow, (chart.width.leastWide * Self.mostForNames).rounded(.down)))
    // A straight line through both widths, rounded so that the column is never wider than the narrowest screen can bear.
    let percent = ((wide - narrow) / (chart.width.leastWide - ChartWidth.narrowest) * 1_000).rounded(.down) / 10
    column = Across(percent, pixels: ((narrow - percent / 100 * ChartWidth.narrowest) * 10).rounded(.down) / 10)
    names = FittedLabels(labels, room: narrow - Self.nameGap, isBold: isBold).all
    wideNames = wide > narrow ? FittedLabels(labels, room: wide - Self.nameGap - 1, isBold: isBold).all : nil
    // A seam pushes the parts after it to the right by a pixel, and a part too short to be seen is given another.
    let seams = Double(max(chart.series.count - 1, 0)) * 2
    extent = max(10, ((available - narrow - seams) / ChartWidth.narrowest * 1_000).rounded(.down) / 10)
  }

  func render(_ frame: ChartFrame) -> SafeHTML {
    var rows = [SeriesPatterns(identity: identity, count: chart.series.count).markup, legend.markup]
    rows += chart.bars.indices.map { row($0) }
    let bottom = bands.bottom(chart.bars.count) + (hasRest ? Self.restGap : 0)
    let zero = scale.position(0) * extent
    rows.append(RuleMark(.axis, x: place(Across(zero, pixels: -0.5)), from: legend.height - 1, to: bottom + 1).markup)
    return frame.render(height: max(bottom + 1, 24), rows.filter { $0 != .empty }.joined(separator: SafeHTML("\n")))
  }

  private var hasRest: Bool { chart.bars.contains { $0.isRest } && chart.bars.contains { !$0.isRest } }

  /// The name, the bar and the value of one row.
  private func row(_ index: Int) -> SafeHTML {
    let bar = chart.bars[index]
    let shift = bar.isRest && hasRest ? Self.restGap : 0
    let y = bands.start(index) + shift
    let baseline = bands.baseline(index) + shift
    let style: TextMark.Style = bar.isEmphasized ? .bold : []
    let (shapes, end) = bar.isRest ? rest(bar, y: y) : bar.parts.count > 1 ? stack(bar, y: y) : single(bar, y: y)
    let value = Across(end.percent, pixels: end.pixels + Self.gap)
    return name(index, y: baseline, style: style) + shapes
      + TextMark(content: SafeHTML(text: bar.valueText), x: place(value), y: baseline, style: style).markup
  }

  /// The name of a bar, twice if more of it fits wide screens; the whole name in a title where it is cut.
  private func name(_ index: Int, y: Double, style: TextMark.Style) -> SafeHTML {
    let whole = SafeHTML(label: chart.bars[index].label)
    func text(_ label: FittedLabel, _ more: TextMark.Style) -> SafeHTML {
      TextMark(content: label.content, y: y, style: style.union(more), title: label.isCut ? whole : .empty).markup
    }
    guard let wideNames, names[index].isCut else { return text(names[index], []) }
    return text(wideNames[index], .wide) + text(names[index], .narrow)
  }

  /// A place counted from the column of names on.
  private func place(_ place: Across) -> Across { Across(column.percent + place.percent, pixels: column.pixels + place.pixels) }

  /// One bar from zero; a negative one reaches to the left, and its value stands to the right of zero.
  private func single(_ bar: BarChart.Bar, y: Double) -> (SafeHTML, Across) {
    let zero = scale.position(0) * extent
    let end = scale.position(bar.total) * extent
    return (segment(from: min(zero, end), length: abs(end - zero), seams: 0, y: y, fill: .series(0)), Across(max(zero, end)))
  }

  /// Parts one after another, a pixel of ground between those that touch.
  private func stack(_ bar: BarChart.Bar, y: Double) -> (SafeHTML, Across) {
    var shapes = SafeHTML.empty
    var seams = 0.0
    var reached = scale.position(0) * extent
    for (index, part) in bar.parts.enumerated() where part > 0 {
      let length = max(part / (scale.upper - scale.lower) * extent, Self.leastLength)
      if shapes != .empty { seams += 1 }
      shapes += segment(from: reached, length: length, seams: seams, y: y, fill: .hatched(index, identity))
      reached += length
    }
    return (shapes, Across(reached, pixels: seams))
  }

  /// The outline of the rest, broken where it would leave the chart.
  private func rest(_ bar: BarChart.Bar, y: Double) -> (SafeHTML, Across) {
    let zero = scale.position(0) * extent
    let end = min(max(scale.position(bar.total), 0), 1) * extent
    let outline = segment(from: min(zero, end), length: abs(end - zero), seams: 0, y: y, fill: .outline)
    guard bar.total > scale.upper else { return (outline, Across(max(zero, end))) }
    let strokes = BreakMark(place: self.place(Across(end, pixels: -26)), y: y, height: bands.thickness)
    return (outline + strokes.markup, Across(end))
  }

  private func segment(from start: Double, length: Double, seams: Double, y: Double, fill: Fill) -> SafeHTML {
    guard length > 0 else { return .empty }
    return BarMark(
      start: place(Across(start, pixels: seams)), length: max(length, Self.leastLength), y: y, height: bands.thickness, fill: fill
    ).markup
  }
}
