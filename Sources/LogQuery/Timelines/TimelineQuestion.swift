import CivilTime

/// What a timeline asks of a source: a measure by intervals of time, perhaps split by a column.
public struct TimelineQuestion: Hashable, Sendable {
  /// Which rows; nil for all.
  public var filter: Expression?
  /// What is computed for each interval.
  public var measure: Measure
  /// The column whose values are told apart.
  public var series: String?
  /// How many of its values are told apart, the largest by the measure; all others are merged.
  public var mostSeries: Int
  /// Length of an interval; nil for one that is chosen by the span of the log.
  public var width: TimeSpan?
  /// The most intervals of a length that is chosen.
  public var mostChosen: Int
  /// The column of times, or its role.
  public var timeColumn: String

  /// The most intervals of a length that is asked for.
  public static let mostAsked = 2_000

  /// A question.
  public init(
    filter: Expression? = nil, measure: Measure = .count, series: String? = nil, mostSeries: Int = 5, width: TimeSpan? = nil,
    mostChosen: Int = 600, timeColumn: String = "time"
  ) {
    self.filter = filter
    self.measure = measure
    self.series = series
    self.mostSeries = mostSeries
    self.width = width
    self.mostChosen = mostChosen
    self.timeColumn = timeColumn
  }

  /// The questions in the one pass: the measure by interval, all rows of the source by interval (they tell where the log is silent), and the
  /// measure by series and interval.
  public var queries: [Query] {
    let bin = width.map { GroupKey.timeBin(column: timeColumn, width: $0) } ?? .chosenTimeBin(column: timeColumn, most: mostChosen)
    let all = Query(groups: [bin], mostBins: width == nil ? nil : Self.mostAsked)
    var rows = all
    rows.filter = filter
    rows.measures = [measure]
    guard let series else { return [rows, all] }
    var split = rows
    split.groups = [.column(series), bin]
    split.top = Query.Top(mostSeries)
    return [rows, all, split]
  }

  /// The timeline that the answers to ``queries`` make, in their order; nil if no row of the source has a time.
  ///
  /// - Throws: a length asked for that makes too many intervals.
  public func timeline(_ answers: [ResultTable]) throws(TimelineProblem) -> Timeline? {
    guard let span = answers[0].span, let width = answers[0].binWidth else { return nil }
    let grid = TimelineGrid(from: span.lowerBound, to: span.upperBound, width: width)
    if self.width != nil, grid.count > Self.mostAsked { throw TimelineProblem(grid) }
    return Timeline(self, grid: grid, span: span, answers: answers)
  }
}
