import CivilTime
import LogRecords

/// Everything that a pass counted, of all lanes together.
struct ScanTotals {
  let plan: ScanPlan
  /// By filter, rows that matched and the first of them in file order.
  let matched: [Int]
  let references: [[RowReference]]
  var counters: [CountedKeys]
  private let limitedCounters: [CountedKeys]
  var summaries: [SummaryTable]
  let reader: KeyReader
  /// First and last time of all rows; nil if none has a time.
  let span: ClosedRange<Timestamp>?

  /// Brings together what the lanes counted.
  init(
    _ lanes: [EngineLane], plan: ScanPlan, shared: [SharedCounts], admitted: [AdmittedKeys], reader: KeyReader,
    span: ClosedRange<Timestamp>?, lines: LineNumbers
  ) {
    self.plan = plan
    self.reader = reader
    self.span = span
    let room = reader.dictionary.room
    matched = plan.filters.indices.map { filter in lanes.reduce(0) { $0 + $1.matched[filter] } }
    counters = shared.indices.map { index in CountedKeys(lanes.map { $0.counters[index] }, shared: shared[index], room) }
    limitedCounters = admitted.map { CountedKeys($0, room) }
    summaries = plan.summaries.indices.map { index in
      lanes.reduce(into: SummaryTable(room)) { $0.merge($1.summaries[index]) }
    }
    references = plan.filters.indices.map { filter in
      let found = lanes.flatMap { $0.references[filter] }
      let ordered = found.sorted { ($0.file, $0.chunk, $0.record) < ($1.file, $1.chunk, $1.record) }
      return ordered.prefix(plan.referenceLimits[filter]).map { reference in
        RowReference(
          file: reference.file, offset: reference.offset,
          line: lines.line(file: reference.file, chunk: reference.chunk, line: reference.line))
      }
    }
  }

  /// The counts of one counter.
  func counted(_ counter: ScanPlan.CounterIndex) -> CountedKeys {
    switch counter {
    case .whole(let index): counters[index]
    case .limited(let index): limitedCounters[index]
    }
  }
}
