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

  /// The questions in the one pass: for each length counted by, the measure by interval, all rows of the source by interval (they tell
  /// where the log begins, ends and is silent), and the measure by series and interval.
  ///
  /// Which length to choose is known only after the pass. So rows are counted by minute and by hour, and their counts are merged; the
  /// minutes of a log so long that hours will do are not told apart, so that the answer stays small.
  public var queries: [Query] {
    countedWidths.flatMap { width in
      let bin = GroupKey.timeBin(column: timeColumn, width: width)
      let mostBins = width < Self.coarse && self.width == nil ? minutesNeeded : nil
      let all = Query(groups: [bin], mostBins: mostBins)
      var rows = all
      rows.filter = filter
      rows.measures = [measure]
      guard let series else { return [rows, all] }
      var split = rows
      split.groups = [.column(series), bin]
      split.top = Query.Top(mostSeries)
      return [rows, all, split]
    }
  }

  /// The timeline that the answers to ``queries`` make, in their order; nil if no row of the source has a time.
  ///
  /// - Throws: a length asked for that makes too many intervals.
  public func timeline(_ answers: [ResultTable]) throws(TimelineProblem) -> Timeline? {
    let each = answers.count / countedWidths.count
    let complete = stride(from: 0, to: answers.count, by: each).first { answers[$0 + 1].restGroups == 0 } ?? 0
    let counts = Array(answers[complete..<complete + each])
    guard case .time(let first)? = counts[1].rows.first?.keys.first, case .time(let last)? = counts[1].rows.last?.keys.first else {
      return nil
    }
    guard let width else {
      return Timeline(self, grid: TimelineGrid(from: first, to: last, most: mostChosen), counts: counts)
    }
    let grid = TimelineGrid(from: first, to: last, width: width)
    if grid.count > Self.mostAsked { throw TimelineProblem(grid) }
    return Timeline(self, grid: grid, counts: counts)
  }

  private static let coarse = TimeSpan.hours(1)

  private var countedWidths: [TimeSpan] { width.map { [$0] } ?? [.minutes(1), Self.coarse] }

  /// Minutes in the longest timeline whose intervals are shorter than an hour, and one interval more for its ragged ends.
  private var minutesNeeded: Int { (mostChosen + 1) * 30 }
}
