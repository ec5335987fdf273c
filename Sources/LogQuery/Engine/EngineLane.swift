import CivilTime
import LogRecords
import SafeText

/// Does the work of a plan for the batches of one lane.
final class EngineLane: BatchConsumer {
  let plan: ScanPlan
  /// By filter: rows that matched, and the first of them.
  private(set) var matched: [Int]
  private(set) var references: [[LaneReference]]
  let counters: [KeyCounter]
  private(set) var summaries: [SummaryTable]
  /// By filter; nil for all rows.
  private(set) var predicates: [BatchPredicate?]

  private var encoder: KeyWordColumns
  /// By filter, the rows of the batch that match.
  private var rows: [[Int]]
  /// By key, the words of the matching rows.
  private var words: [[UInt64]]

  init(_ plan: ScanPlan, shared: [SharedCounts], dictionary: KeyDictionary, source: RecordSource) {
    self.plan = plan
    let timestamps = TimestampParser(zone: source.options.timezone)
    let timeColumn = source.columns.index(of: .time)
    let wanted = plan.wanted
    matched = plan.filters.map { _ in 0 }
    references = plan.filters.map { _ in [] }
    counters = shared.map { KeyCounter($0, hash: dictionary.hash) }
    summaries = plan.summaries.map { _ in SummaryTable(hash: dictionary.hash) }
    predicates = plan.filters.map { filter in
      filter.map { BatchPredicate($0, wanted: wanted, timestamps: timestamps, timeColumn: timeColumn) }
    }
    encoder = KeyWordColumns(
      KeyEncoder(dictionary), wanted: wanted, timestamps: timestamps, timeColumn: timeColumn)
    rows = plan.filters.map { _ in [] }
    words = plan.keys.map { _ in [] }
  }

  func consume(_ batch: borrowing RecordBatch) {
    for filter in plan.filters.indices { select(filter, batch) }
    for (index, key) in plan.keys.enumerated() where !rows[key.filter].isEmpty {
      encoder.fill(&words[index], key.source, rows: rows[key.filter], batch)
    }
    for (index, counter) in plan.counters.enumerated() where !rows[counter.filter].isEmpty { count(counters[index], counter) }
    for (index, summary) in plan.summaries.enumerated() where !rows[summary.filter].isEmpty { sum(index, summary) }
  }

  /// Finds the rows of the batch that match a filter.
  private func select(_ filter: Int, _ batch: borrowing RecordBatch) {
    rows[filter].removeAll(keepingCapacity: true)
    if predicates[filter] == nil {
      rows[filter].append(contentsOf: 0..<batch.count)
    } else {
      var selection = RowSelection(first: batch.count)
      predicates[filter]?.narrow(&selection, in: batch)
      selection.forEach { rows[filter].append($0) }
    }
    matched[filter] += rows[filter].count
    let room = plan.referenceLimits[filter] - references[filter].count
    for row in rows[filter].prefix(max(0, room)) {
      references[filter].append(
        LaneReference(
          file: batch.file, chunk: batch.chunk, record: batch.firstRecord + row, offset: batch.recordOffset(row),
          line: batch.recordLine(row)))
    }
  }

  private func count(_ counter: KeyCounter, _ plan: ScanPlan.CounterPlan) {
    let keys = plan.keys
    switch keys.count {
    case 1: counter.add(words[keys[0]], areTexts: self.plan.keys[keys[0]].source.isText)
    case 2: counter.add(words[keys[0]], words[keys[1]])
    default: counter.add(folded(keys.dropLast()), words[keys[keys.count - 1]])
    }
  }

  private func sum(_ index: Int, _ plan: ScanPlan.SummaryPlan) {
    let numbers = words[plan.number]
    let leading = plan.keys.isEmpty ? [] : plan.keys.count == 1 ? words[plan.keys[0]] : folded(plan.keys.prefix(plan.keys.count - 1))
    let last = plan.keys.count > 1 ? words[plan.keys[plan.keys.count - 1]] : []
    for row in numbers.indices {
      let key = WordPair(first: leading.isEmpty ? 0 : leading[row], second: last.isEmpty ? 0 : last[row])
      guard numbers[row] != KeyWord.noValue, key.first != KeyWord.noValue, key.second != KeyWord.noValue else { continue }
      summaries[index].add(encoder.number(numbers[row]), to: key)
    }
  }

  /// Several keys of each row as one word.
  private func folded(_ keys: ArraySlice<Int>) -> [UInt64] {
    if keys.count == 1, let key = keys.first { return words[key] }
    let columns = keys.map { words[$0] }
    return columns[0].indices.map { row in
      let tuple = columns.map { $0[row] }
      return tuple.contains(KeyWord.noValue) ? KeyWord.noValue : encoder.word(of: tuple)
    }
  }
}

/// A matching row as a lane knows it: its line counts from the start of its chunk.
struct LaneReference: Sendable {
  var file: Int
  var chunk: Int
  /// Its place among the records of its chunk.
  var record: Int
  var offset: Int64
  var line: Int
}
