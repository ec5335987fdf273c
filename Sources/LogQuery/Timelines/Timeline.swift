import CivilTime

/// A measure over time: one value for each interval from the first to the last row of a source.
public struct Timeline: Hashable, Sendable {
  /// The rows with one value of a column.
  public struct Series: Hashable, Sendable {
    /// The value; `missing` for rows without one.
    public var key: Value
    /// One value an interval.
    public var values: [Value]
    /// The measure over all intervals; `missing` where it can't be merged.
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
  /// The measure over all matching rows with a time.
  public let total: Value
  /// Rows that matched.
  public let matched: Int
  /// Of these, rows in an interval.
  public let placed: Int
  /// Of these, rows without a time.
  public let noValue: Int

  /// Merges answers into the intervals of `grid`: the measure, all rows, and perhaps the measure by series.
  init(_ question: TimelineQuestion, grid: TimelineGrid, counts: [ResultTable]) {
    self.grid = grid
    measure = question.measure
    var isOccupied = Array(repeating: false, count: grid.count)
    for row in counts[1].rows {
      if let index = Self.interval(row, grid) { isOccupied[index] = true }
    }
    gaps = SilentIntervals.runs(isOccupied)
    values = Self.merged(counts[0].rows, grid, question.measure, gaps)
    total = counts[0].totals.first ?? .missing
    matched = counts[0].matched
    placed = counts[0].rows.reduce(0) { $0 + (Self.interval($1, grid) == nil ? 0 : $1.count) }
    noValue = counts[0].noValue
    if question.series != nil { split(counts[2]) }
  }

  /// Whether an interval lies in a gap.
  public func isInGap(_ index: Int) -> Bool { gaps.contains { $0.contains(index) } }

  /// The series come in their order, largest first; what is left has no key but the interval.
  private mutating func split(_ answer: ResultTable) {
    var order: [Value] = []
    var rows: [Value: [ResultTable.Row]] = [:]
    for row in answer.rows {
      let key = row.keys.first ?? .missing
      if rows[key] == nil { order.append(key) }
      rows[key, default: []].append(row)
    }
    series = order.map { made($0, of: rows[$0] ?? []) }
    guard answer.restGroups > 0 else { return }
    otherCount = answer.restGroups
    other = made(.missing, of: answer.rest)
  }

  private func made(_ key: Value, of rows: [ResultTable.Row]) -> Series {
    let values = Self.merged(rows, grid, measure, gaps)
    let total = measure.canBeMerged ? values.reduce(measure.ofNoRows) { measure.merged($0, $1) } : .missing
    return Series(key: key, values: values, total: total)
  }

  private static func merged(
    _ rows: some Sequence<ResultTable.Row>, _ grid: TimelineGrid, _ measure: Measure, _ gaps: [Range<Int>]
  ) -> [Value] {
    var values = Array(repeating: measure.ofNoRows, count: grid.count)
    for gap in gaps {
      for index in gap { values[index] = .missing }
    }
    for row in rows {
      guard let index = interval(row, grid), let value = row.values.first else { continue }
      values[index] = measure.merged(values[index], value)
    }
    return values
  }

  private static func interval(_ row: ResultTable.Row, _ grid: TimelineGrid) -> Int? {
    guard case .time(let start)? = row.keys.last else { return nil }
    return grid.index(of: start)
  }
}

extension Measure {
  /// Whether the values of parts of the rows give that of all of them.
  public var canBeMerged: Bool {
    switch self {
    case .count, .statistic(.sum, _), .statistic(.min, _), .statistic(.max, _): true
    case .distinct, .statistic: false
    }
  }

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

  /// The value over the rows of two values; of measures that can't be merged, the second stands alone.
  func merged(_ one: Value, _ other: Value) -> Value {
    guard canBeMerged, let first = one.number, let second = other.number else { return other == .missing ? one : other }
    switch self {
    case .statistic(.min, _): return first <= second ? one : other
    case .statistic(.max, _): return first >= second ? one : other
    case .count, .distinct, .statistic:
      if case .integer(let left) = one, case .integer(let right) = other {
        let (sum, overflow) = left.addingReportingOverflow(right)
        if !overflow { return .integer(sum) }
      }
      return .decimal(first + second)
    }
  }
}
