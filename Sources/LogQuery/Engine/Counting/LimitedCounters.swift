import LogRecords

/// Counts the keys of all limited counters for one lane: those of a chunk by themselves, to be handed on when it is over.
final class LimitedCounters {
  private let plans: [ScanPlan.LimitedCounterPlan]
  private let admitted: [AdmittedKeys]
  private let room: KeyRoom
  private let makeEncoder: (KeyDictionary) -> KeyWordColumns
  /// By place of the key, the words of the rows of a batch.
  private let words: [BatchVector<UInt64>]
  /// What the chunk at hand holds, once it has records.
  private var chunk: (encoder: KeyWordColumns, keys: [ChunkKeys])?

  /// Counters as planned, each with the keys that all lanes share; `makeEncoder` makes what turns cells into words of a dictionary.
  init(
    _ plans: [ScanPlan.LimitedCounterPlan], _ admitted: [AdmittedKeys], _ room: KeyRoom,
    makeEncoder: @escaping (KeyDictionary) -> KeyWordColumns
  ) {
    self.plans = plans
    self.admitted = admitted
    self.room = room
    self.makeEncoder = makeEncoder
    words = (0..<(plans.map(\.sources.count).max() ?? 0)).map { _ in BatchVector(filler: 0) }
  }

  /// Counts rows of a batch, given by filter.
  func count(_ rows: [BatchVector<UInt16>], of batch: borrowing RecordBatch) {
    for (index, plan) in plans.enumerated() where rows[plan.filter].count > 0 {
      if chunk == nil {
        let dictionary = KeyDictionary(room)
        chunk = (makeEncoder(dictionary), plans.map { _ in ChunkKeys(dictionary) })
      }
      for (place, source) in plan.sources.enumerated() { chunk?.encoder.fill(words[place], source, rows: rows[plan.filter], batch) }
      count(plan.sources.count, index)
    }
  }

  private func count(_ keyCount: Int, _ index: Int) {
    guard let keys = chunk?.keys[index] else { return }
    let (first, last) = (words[0], words[keyCount - 1])
    for row in 0..<first.count {
      var key = unsafe WordPair(first: first.values[row], second: keyCount > 1 ? last.values[row] : 0)
      if keyCount > 2 { key.first = folded(row, keyCount - 1) }
      if key.first == KeyWord.noValue || key.second == KeyWord.noValue { keys.noValue += 1 } else { keys.add(key) }
    }
  }

  /// The first words of a row as one.
  private func folded(_ row: Int, _ count: Int) -> UInt64 {
    let tuple = words.prefix(count).map { unsafe $0.values[row] }
    return tuple.contains(KeyWord.noValue) ? KeyWord.noValue : chunk?.encoder.word(of: tuple) ?? KeyWord.noValue
  }

  /// Hands on what a chunk held.
  func finishChunk(_ place: ChunkPlace, isLast: Bool) {
    let keys = chunk?.keys
    chunk = nil
    for (index, admitted) in admitted.enumerated() { admitted.merge(keys?[index], of: place, isLast: isLast) }
  }
}
