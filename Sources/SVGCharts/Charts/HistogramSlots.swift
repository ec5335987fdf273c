/// Where the bins of a histogram stand: in per cent of the chart's width, all of them shifted by a gutter in px.
struct HistogramSlots {
  /// Left ends of the bins.
  private(set) var starts: [Double] = []
  /// Width of a bin.
  private(set) var width = 0.0
  /// Left end and width of the outline after the gap.
  private(set) var overflow: (start: Double, width: Double)?
  /// Runs of bins that touch, from the left end of the first to the right end of the last: where the axis is drawn.
  private(set) var runs: [(start: Double, end: Double)] = []

  /// Fewer bins than this would make bars as wide as blocks.
  private static let fewest = 6.0
  /// The outline is wider than a bin, for what it holds is.
  private static let overflowSlots = 1.6
  /// Half of the last bin's label may reach beyond it.
  private static let margin = 0.4

  /// Slots for the bins of a chart that leaves `gutter` px free at the left.
  init(_ chart: HistogramChart, gutter: Double) {
    let count = Double(chart.bins.count)
    var slots = count
    if chart.overflow != nil { slots += 1 + Self.overflowSlots }
    if chart.isOneBinPerInteger { slots += Self.margin }
    let whole = ((ChartWidth.narrowest - gutter) / ChartWidth.narrowest * 1_000).rounded(.down) / 10
    width = whole / max(slots, Self.fewest)
    for index in chart.bins.indices { starts.append(Double(index) * width) }
    if count > 0 { runs.append((0, count * width)) }
    guard chart.overflow != nil else { return }
    let start = (count + 1) * width
    overflow = (start, Self.overflowSlots * width)
    runs.append((start, start + Self.overflowSlots * width))
  }

  /// Px from one bin to the next on the narrowest screen.
  var narrowestPitch: Double { width / 100 * ChartWidth.narrowest }
}
