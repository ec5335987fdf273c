import CivilTime
import Diagnostics
import LogRecords
import SafeText

/// Does the work of a plan for the batches of one lane.
final class EngineLane: BatchConsumer {
  let plan: ScanPlan
  /// By filter: rows that matched, and the first of them.
  private(set) var matched: [Int]
  private(set) var references: [[LaneReference]]
  let counters: [KeyCounter]
  let summaries: [SummaryTable]
  private let limited: LimitedCounters
  /// By filter; nil for all rows.
  private(set) var predicates: [BatchPredicate?]

  private let dictionary: KeyDictionary
  private var encoder: KeyWordColumns
  /// By filter, the rows of the batch that match.
  private let rows: [BatchVector<UInt16>]
  /// By key, the words of the matching rows.
  private let words: [BatchVector<UInt64>]
  /// Room for the words of several keys folded into one.
  private let foldedWords = BatchVector<UInt64>(filler: 0)

  init(_ plan: ScanPlan, shared: [SharedCounts], admitted: [AdmittedKeys], dictionary: KeyDictionary, source: RecordSource) {
    self.plan = plan
    self.dictionary = dictionary
    let timestamps = TimestampParser(zone: source.options.timezone)
    let timeColumn = source.columns.index(of: .time)
    let wanted = plan.wanted
    matched = plan.filters.map { _ in 0 }
    references = plan.filters.map { _ in [] }
    counters = shared.map { KeyCounter($0, dictionary.room) }
    summaries = plan.summaries.map { _ in SummaryTable(dictionary.room) }
    predicates = plan.filters.map { filter in
      filter.map { BatchPredicate($0, wanted: wanted, timestamps: timestamps, timeColumn: timeColumn) }
    }
    encoder = KeyWordColumns(dictionary, wanted: wanted, timestamps: timestamps, timeColumn: timeColumn)
    limited = LimitedCounters(plan.limitedCounters, admitted, dictionary.room) {
      KeyWordColumns($0, wanted: wanted, timestamps: timestamps, timeColumn: timeColumn)
    }
    rows = plan.filters.map { _ in BatchVector(filler: 0) }
    words = plan.keys.map { _ in BatchVector(filler: 0) }
  }

  var failure: DiagnosticList? { dictionary.room.budget.failure }

  func consume(_ batch: borrowing RecordBatch) {
    for filter in plan.filters.indices { select(filter, batch) }
    for (index, key) in plan.keys.enumerated() where rows[key.filter].count > 0 {
      encoder.fill(words[index], key.source, rows: rows[key.filter], batch)
    }
    for (index, counter) in plan.counters.enumerated() where rows[counter.filter].count > 0 { count(counters[index], counter) }
    for (index, summary) in plan.summaries.enumerated() where rows[summary.filter].count > 0 { sum(index, summary) }
    limited.count(rows, of: batch)
  }

  func finishChunk(_ chunk: Int, ofFile file: Int, isLast: Bool) {
    limited.finishChunk(ChunkPlace(file: file, chunk: chunk), isLast: isLast)
  }

  /// Finds the rows of the batch that match a filter.
  private func select(_ filter: Int, _ batch: borrowing RecordBatch) {
    let rows = rows[filter]
    if predicates[filter] != nil {
      var selection = RowSelection(first: batch.count)
      predicates[filter]?.narrow(&selection, in: batch)
      rows.count = 0
      selection.forEach { row in rows.append(UInt16(truncatingIfNeeded: row)) }
    } else {
      while rows.count < batch.count { rows.append(UInt16(truncatingIfNeeded: rows.count)) }
      rows.count = batch.count
    }
    matched[filter] += rows.count
    let room = plan.referenceLimits[filter] - references[filter].count
    for position in unsafe rows.buffer.indices.prefix(max(0, room)) {
      let row = unsafe rows.buffer[position]
      references[filter].append(LaneReference(Int(row), of: batch))
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
    let leading = plan.keys.isEmpty ? nil : folded(plan.keys.prefix(max(1, plan.keys.count - 1)))
    let last = plan.keys.count > 1 ? words[plan.keys[plan.keys.count - 1]] : nil
    for row in 0..<numbers.count {
      let number = unsafe numbers.values[row]
      let key = unsafe WordPair(first: leading?.values[row] ?? 0, second: last?.values[row] ?? 0)
      guard number != KeyWord.noValue, key.first != KeyWord.noValue, key.second != KeyWord.noValue else { continue }
      summaries[index].add(encoder.number(number), to: key)
    }
  }

  /// Several keys of each row as one word.
  private func folded(_ keys: ArraySlice<Int>) -> BatchVector<UInt64> {
    let columns = keys.map { words[$0] }
    if columns.count == 1 { return columns[0] }
    foldedWords.count = columns[0].count
    for row in 0..<foldedWords.count {
      let tuple = columns.map { unsafe $0.values[row] }
      unsafe foldedWords.values[row] = tuple.contains(KeyWord.noValue) ? KeyWord.noValue : encoder.word(of: tuple)
    }
    return foldedWords
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

  /// A record of a batch.
  init(_ row: Int, of batch: borrowing RecordBatch) {
    file = batch.file
    chunk = batch.chunk
    record = batch.firstRecord + row
    offset = batch.recordOffset(row)
    line = batch.recordLine(row)
  }
}
