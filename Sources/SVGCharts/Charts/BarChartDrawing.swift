import SafeText

/// Lays a bar chart out: a column of names in px, bars in per cent, values in px, all of which fit the narrowest screen.
struct BarChartDrawing {
  private let chart: BarChart
  private let identity: ChartIdentity
  private let legend: LegendMark
  private let bands: BandScale
  private let scale: LinearScale
  /// Width of the column of names, in px.
  private let labelWidth: Double
  /// Length of the longest bar in per cent.
  private let extent: Double

  /// Space between a name or a bar and what follows it.
  private static let gap = 6.0
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
    let names = chart.bars.map { FittedLabel($0.label, isBold: $0.isEmphasized).width }.max() ?? 0
    let available = ChartWidth.narrowest - values - Self.gap
    labelWidth = min((names + 8).rounded(.up), max(56, min(150, available - 80)))
    // A seam pushes the parts after it to the right by a pixel, and a part too short to be seen is given another.
    let seams = Double(max(chart.series.count - 1, 0)) * 2
    extent = max(10, ((available - labelWidth - seams) / ChartWidth.narrowest * 1_000).rounded(.down) / 10)
  }

  func render(_ frame: ChartFrame) -> SafeHTML {
    var rows = [SeriesPatterns(identity: identity, count: chart.series.count).markup, legend.markup]
    rows += chart.bars.indices.map { row($0) }
    let bottom = bands.bottom(chart.bars.count) + (hasRest ? Self.restGap : 0)
    let zero = scale.position(0) * extent
    rows.append(RuleMark(.axis, x: Across(zero, pixels: labelWidth - 0.5), from: legend.height - 1, to: bottom + 1).markup)
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
    let name = FittedLabel(bar.label, room: labelWidth - 8, isBold: bar.isEmphasized)
    let (shapes, end) = bar.isRest ? rest(bar, y: y) : bar.parts.count > 1 ? stack(bar, y: y) : single(bar, y: y)
    return TextMark(content: name.content, y: baseline, style: style).markup + shapes
      + TextMark(
        content: SafeHTML(text: bar.valueText), x: Across(end.percent, pixels: end.pixels + labelWidth + Self.gap), y: baseline,
        style: style
      ).markup
  }

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
    let strokes = BreakMark(place: Across(end, pixels: labelWidth - 26), y: y, height: bands.thickness)
    return (outline + strokes.markup, Across(end))
  }

  private func segment(from start: Double, length: Double, seams: Double, y: Double, fill: Fill) -> SafeHTML {
    guard length > 0 else { return .empty }
    return BarMark(
      start: Across(start, pixels: labelWidth + seams), length: max(length, Self.leastLength), y: y, height: bands.thickness, fill: fill
    ).markup
  }
}
