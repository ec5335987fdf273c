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
    var places: [Double] = []
    var next = 0.0
    for (index, bin) in chart.bins.enumerated() {
      // A slot stays empty where whole numbers are left out.
      if index > 0, chart.isOneBinPerInteger, bin.lower > chart.bins[index - 1].upper { next += 1 }
      places.append(next)
      next += 1
    }
    let end = next
    if chart.overflow != nil { next += 1 + Self.overflowSlots }
    if chart.isOneBinPerInteger { next += Self.margin }
    let whole = ((ChartWidth.narrowest - gutter) / ChartWidth.narrowest * 1_000).rounded(.down) / 10
    width = whole / max(next, Self.fewest)
    starts = places.map { $0 * width }
    if chart.overflow != nil { overflow = ((end + 1) * width, Self.overflowSlots * width) }
    for start in starts {
      if let last = runs.last, start - last.end < width / 2 {
        runs[runs.count - 1].end = start + width
      } else {
        runs.append((start, start + width))
      }
    }
    if let overflow { runs.append((overflow.start, overflow.start + overflow.width)) }
  }

  /// Whether every bin touches the next.
  var isContiguous: Bool { runs.count == (overflow == nil ? 1 : 2) }

  /// Px from one bin to the next on the narrowest screen.
  var narrowestPitch: Double { width / 100 * ChartWidth.narrowest }
}
