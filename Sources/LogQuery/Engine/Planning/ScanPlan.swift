import CivilTime
import Diagnostics
import LogRecords

extension Query {
  /// Whether the width of a time bin is chosen after the pass.
  fileprivate var hasChosenBins: Bool { groups.contains { if case .chosenTimeBin = $0 { true } else { false } } }
}

/// All queries of a pass, taken apart into the work that they share: each filter is tested once, each key made once, each count kept once.
struct ScanPlan: Sendable {
  /// Rows whose keys or numbers are wanted.
  struct KeyPlan: Hashable, Sendable {
    /// Index into `filters`.
    var filter: Int
    var source: KeySource
  }

  /// Rows counted by their keys.
  struct CounterPlan: Hashable, Sendable {
    /// Index into `filters`.
    var filter: Int
    /// Indices into `keys`.
    var keys: [Int]
  }

  /// Rows counted by their keys as long as there are not too many of these. Its keys are made apart from all others, as those past the limit
  /// must leave nothing behind.
  struct LimitedCounterPlan: Hashable, Sendable {
    /// Index into `filters`.
    var filter: Int
    var sources: [KeySource]
    /// The most keys that are told apart.
    var limit: Int
  }

  /// Numbers summed up by the keys of their rows.
  struct SummaryPlan: Hashable, Sendable {
    /// Indices into `keys`.
    var keys: [Int]
    /// Index into `keys` of the number.
    var number: Int
    /// Index into `filters`.
    var filter: Int
  }

  /// How a measure is answered.
  enum MeasurePlan: Hashable, Sendable {
    case count
    /// By a counter over the keys and the value.
    case distinct(counter: Int)
    /// By a summary over the keys.
    case summary(Int, Measure.Statistic)
    /// By a counter over the keys and the number.
    case quantile(counter: Int, Measure.Statistic)
  }

  /// A counter of the one kind or the other.
  enum CounterIndex: Hashable, Sendable {
    /// Index into `counters`.
    case whole(Int)
    /// Index into `limitedCounters`.
    case limited(Int)
  }

  /// How a query is answered.
  struct QueryPlan: Sendable {
    var query: Query
    var filter: Int
    var sources: [KeySource]
    /// Where the rows of each group are counted; nil where there is but one group.
    var counter: CounterIndex?
    var measures: [MeasurePlan]
    /// The same by longer intervals, where their width is chosen after the pass: see ``ScanTotals/choosingBins(for:)``.
    var coarser: [QueryPlan] = []

    /// Which key is a time bin, and its width.
    var bin: (key: Int, width: TimeSpan)? {
      for (key, source) in sources.enumerated() { if case .timeBin(_, let width) = source { return (key, width) } }
      return nil
    }
  }

  /// Distinct filters; nil for all rows.
  private(set) var filters: [RowFilter?] = []
  /// For each filter the most references that a query wants.
  private(set) var referenceLimits: [Int] = []
  private(set) var keys: [KeyPlan] = []
  private(set) var counters: [CounterPlan] = []
  private(set) var limitedCounters: [LimitedCounterPlan] = []
  private(set) var summaries: [SummaryPlan] = []
  private(set) var queries: [QueryPlan] = []

  /// Plans queries over columns.
  ///
  /// - Throws: every column and expression that does not fit, each once.
  init(_ queries: [Query], columns: [Column]) throws(DiagnosticList) {
    var names = ColumnNames(columns)
    for query in queries { self.queries.append(plan(query, columns, &names)) }
    if names.problems.hasErrors { throw names.problems }
  }

  /// The columns that are read, ascending.
  var wanted: [Int] {
    Set(sources.map(\.column) + filters.flatMap { $0?.columns ?? [] }).sorted()
  }

  /// Whether some key is made from a time.
  var readsTimes: Bool { sources.contains { if case .timeBin = $0 { true } else { false } } }

  /// What all keys are made from.
  private var sources: [KeySource] { keys.map(\.source) + limitedCounters.flatMap(\.sources) }

  private mutating func plan(_ query: Query, _ columns: [Column], _ names: inout ColumnNames) -> QueryPlan {
    var finest = plan(query, binWidth: TimelineGrid.counted[0], columns, &names)
    guard query.hasChosenBins else { return finest }
    for width in TimelineGrid.counted.dropFirst() { finest.coarser.append(plan(query, binWidth: width, columns, &names)) }
    return finest
  }

  /// - Parameter binWidth: the width of a time bin whose width is not settled.
  private mutating func plan(_ query: Query, binWidth: TimeSpan, _ columns: [Column], _ names: inout ColumnNames) -> QueryPlan {
    let filter = index(of: names.filter(query.filter), limit: query.rowLimit)
    let sources = query.groups.compactMap { names.source($0, binWidth: binWidth) }
    if let limit = query.groupLimit, !sources.isEmpty { return planLimited(query, filter: filter, sources, limit: limit) }
    let keys = sources.map { index(of: KeyPlan(filter: filter, source: $0)) }
    let measures = query.measures.compactMap { measure -> MeasurePlan? in
      switch measure {
      case .count: return .count
      case .distinct(let name):
        guard let column = names.index(name) else { return nil }
        let value = index(of: KeyPlan(filter: filter, source: .text(column: column)))
        return .distinct(counter: index(of: CounterPlan(filter: filter, keys: keys + [value])))
      case .statistic(let statistic, let name):
        guard let column = names.index(name) else { return nil }
        let number = index(of: KeyPlan(filter: filter, source: .number(column: column)))
        switch statistic {
        case .median, .p95: return .quantile(counter: index(of: CounterPlan(filter: filter, keys: keys + [number])), statistic)
        case .sum, .mean, .min, .max:
          return .summary(index(of: SummaryPlan(keys: keys, number: number, filter: filter)), statistic)
        }
      }
    }
    let counter = keys.isEmpty ? nil : CounterIndex.whole(index(of: CounterPlan(filter: filter, keys: keys)))
    return QueryPlan(query: query, filter: filter, sources: sources, counter: counter, measures: measures)
  }

  private mutating func planLimited(_ query: Query, filter: Int, _ sources: [KeySource], limit: Int) -> QueryPlan {
    // Which groups come first would depend on the width that rows are counted by meanwhile.
    precondition(!query.hasChosenBins, "a group limit needs time bins of a known width")
    precondition(query.measures.allSatisfy { $0 == .count }, "only rows are counted past a group limit")
    let counter = Self.index(of: LimitedCounterPlan(filter: filter, sources: sources, limit: limit), in: &limitedCounters)
    let measures = query.measures.map { _ in MeasurePlan.count }
    return QueryPlan(query: query, filter: filter, sources: sources, counter: .limited(counter), measures: measures)
  }

  private mutating func index(of filter: RowFilter?, limit: Int) -> Int {
    if let index = filters.firstIndex(of: filter) {
      referenceLimits[index] = max(referenceLimits[index], limit)
      return index
    }
    filters.append(filter)
    referenceLimits.append(limit)
    return filters.count - 1
  }

  private mutating func index(of key: KeyPlan) -> Int { Self.index(of: key, in: &keys) }
  private mutating func index(of counter: CounterPlan) -> Int { Self.index(of: counter, in: &counters) }
  private mutating func index(of summary: SummaryPlan) -> Int { Self.index(of: summary, in: &summaries) }

  private static func index<Part: Equatable>(of part: Part, in parts: inout [Part]) -> Int {
    if let index = parts.firstIndex(of: part) { return index }
    parts.append(part)
    return parts.count - 1
  }
}
