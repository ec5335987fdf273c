import CivilTime

/// A measure over time: one value for each interval from the first to the last row of a source.
public struct Timeline: Hashable, Sendable {
  /// The rows with one value of a column.
  public struct Series: Hashable, Sendable {
    /// The value; `missing` for rows without one.
    public var key: Value
    /// One value an interval.
    public var values: [Value]
    /// The measure over all intervals.
    public var total: Value
  }

  /// The intervals.
  public let grid: TimelineGrid
  /// What is measured.
  public let measure: Measure
  /// The measure over all matching rows of each interval; `missing` in a gap, and where a measure has no value.
  public let values: [Value]
  /// The largest series, largest first; none where nothing is split.
  public private(set) var series: [Series] = []
  /// All other series together; nil if there are none.
  public private(set) var other: Series?
  /// Number of series merged into `other`.
  public private(set) var otherCount = 0
  /// Stretches of intervals in which the source has no row at all, and for longer than chance would give: see ``SilentIntervals``.
  public let gaps: [Range<Int>]
  /// Whether the log begins or ends inside the first or the last interval: see ``PartialIntervals``.
  public let partial: PartialIntervals
  /// The measure over all matching rows with a time.
  public let total: Value
  /// Rows that matched.
  public let matched: Int
  /// Of these, rows in an interval.
  public let placed: Int
  /// Of these, rows without a time.
  public let noValue: Int

  /// Puts answers into the intervals of `grid`: the measure, all rows, and perhaps the measure by series.
  init(_ question: TimelineQuestion, grid: TimelineGrid, span: ClosedRange<Timestamp>, answers: [ResultTable]) {
    self.grid = grid
    partial = PartialIntervals(span, grid, rows: answers[1].matched - answers[1].noValue)
    measure = question.measure
    var isOccupied = Array(repeating: false, count: grid.count)
    for row in answers[1].rows {
      if let index = Self.interval(row, grid) { isOccupied[index] = true }
    }
    gaps = SilentIntervals.runs(isOccupied)
    values = Self.values(answers[0].rows, grid, question.measure, gaps)
    total = answers[0].totals.first ?? .missing
    matched = answers[0].matched
    placed = answers[0].rows.reduce(0) { $0 + (Self.interval($1, grid) == nil ? 0 : $1.count) }
    noValue = answers[0].noValue
    if question.series != nil { split(answers[2]) }
  }

  /// Whether an interval lies in a gap.
  public func isInGap(_ index: Int) -> Bool { gaps.contains { $0.contains(index) } }

  /// The series come in their order, largest first; what is left has no key but the interval.
  private mutating func split(_ answer: ResultTable) {
    var rows: [Value: [ResultTable.Row]] = [:]
    for row in answer.rows { rows[row.keys.first ?? .missing, default: []].append(row) }
    series = answer.prefixes.compactMap { prefix in prefix.keys.first.map { made($0, of: rows[$0] ?? [], total: prefix) } }
    guard answer.restGroups > 0, let total = answer.prefixes.last else { return }
    otherCount = answer.restGroups
    other = made(.missing, of: answer.rest, total: total)
  }

  private func made(_ key: Value, of rows: some Sequence<ResultTable.Row>, total: ResultTable.Row) -> Series {
    Series(key: key, values: Self.values(rows, grid, measure, gaps), total: total.values.first ?? .missing)
  }

  private static func values(
    _ rows: some Sequence<ResultTable.Row>, _ grid: TimelineGrid, _ measure: Measure, _ gaps: [Range<Int>]
  ) -> [Value] {
    var values = Array(repeating: measure.ofNoRows, count: grid.count)
    for gap in gaps {
      for index in gap { values[index] = .missing }
    }
    for row in rows {
      if let index = interval(row, grid) { values[index] = row.values.first ?? .missing }
    }
    return values
  }

  private static func interval(_ row: ResultTable.Row, _ grid: TimelineGrid) -> Int? {
    guard case .time(let start)? = row.keys.last else { return nil }
    return grid.index(of: start)
  }
}

extension Measure {
  /// Whether the values of parts of the rows add up to that of all of them.
  public var isAdditive: Bool {
    switch self {
    case .count, .statistic(.sum, _): true
    case .distinct, .statistic: false
    }
  }

  /// Whether it makes sense to speak of so many in all.
  public var isCounted: Bool {
    if case .distinct = self { true } else { isAdditive }
  }

  /// The value over no rows.
  var ofNoRows: Value {
    switch self {
    case .count, .distinct, .statistic(.sum, _): .integer(0)
    case .statistic: .missing
    }
  }
}
