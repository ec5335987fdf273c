import Foundation
import LogRecords

/// The keys that a limit lets in, the first so many in the order of the rows, with their rows; and the number of all other rows, of whose
/// keys nothing is kept.
///
/// Chunks are merged strictly in their order until the limit is reached; those that come too early wait, and lanes that are too far ahead
/// wait too, so that only a bounded number of chunks does. From then on the keys change no more, and any chunk can be counted at any time.
final class AdmittedKeys: @unchecked Sendable {
  /// Rows without a value for a key that needs one.
  private(set) var noValue = 0
  /// Rows of keys that were not let in.
  private(set) var rowsPastLimit = 0

  private let limit: Int
  private let translation: KeyTranslation
  /// Changes only under the lock, and not at all once the limit is reached.
  private let index: KeyIndex<WordPair>
  private var rows: BudgetedArray<Int>

  private let condition = NSCondition()
  private var isFull = false
  /// The chunk that is to be merged next.
  private var next = ChunkPlace(file: 0, chunk: 0)
  private var early: [ChunkPlace: Early] = [:]
  private let mostEarly: Int

  /// A chunk that waits for those before it; nil for one without rows.
  private struct Early {
    var keys: ChunkKeys?
    var isLast: Bool
  }

  /// Keys for a counter, made of texts of a dictionary; so many lanes find them.
  init(_ plan: ScanPlan.LimitedCounterPlan, _ dictionary: KeyDictionary, lanes: Int) {
    limit = plan.limit
    translation = KeyTranslation(sources: plan.sources, dictionary: dictionary)
    index = KeyIndex(dictionary.room)
    rows = BudgetedArray(dictionary.room.budget)
    mostEarly = 2 * lanes
  }

  /// Number of keys let in.
  var count: Int { index.count }

  /// Calls `body` with every key let in and its rows, once all chunks are merged.
  func forEach(_ body: (WordPair, Int) -> Void) { for number in 0..<index.count { body(index.key(number), rows[number]) } }

  /// Takes the keys of a chunk, nil for one without rows; the chunks before it are with other lanes, or were taken.
  func merge(_ keys: ChunkKeys?, of place: ChunkPlace, isLast: Bool) {
    condition.lock()
    // No lane waits for ever: the one with the first chunk that is missing never waits.
    while !isFull, place != next, early.count >= mostEarly { condition.wait() }
    if isFull {
      condition.unlock()
      if let keys { count(keys) }
      return
    }
    early[place] = Early(keys: keys, isLast: isLast)
    while !isFull, let chunk = early.removeValue(forKey: next) {
      next = chunk.isLast ? ChunkPlace(file: next.file + 1, chunk: 0) : ChunkPlace(file: next.file, chunk: next.chunk + 1)
      if let keys = chunk.keys { admit(keys) }
    }
    let waiting = isFull ? early.values.compactMap(\.keys) : []
    if isFull { early = [:] }
    condition.broadcast()
    condition.unlock()
    for keys in waiting { count(keys) }
  }

  /// Counts the keys of the chunk that comes next, letting in those that there is room for.
  private func admit(_ keys: ChunkKeys) {
    noValue += keys.noValue
    keys.forEach { key, count in
      guard let known = translation.key(key, of: keys.dictionary, adding: !isFull) else {
        rowsPastLimit += count
        return
      }
      if let number = index.existingNumber(of: known) {
        rows[number] += count
      } else if isFull {
        rowsPastLimit += count
      } else {
        _ = index.number(of: known)
        rows.append(count)
        isFull = index.count == limit
      }
    }
  }

  /// Counts the keys of a chunk once none is let in any more: looked up by each lane for itself.
  private func count(_ keys: ChunkKeys) {
    var found: [(number: Int, count: Int)] = []
    var others = 0
    keys.forEach { key, count in
      let number = translation.key(key, of: keys.dictionary, adding: false).flatMap { index.existingNumber(of: $0) }
      if let number { found.append((number, count)) } else { others += count }
    }
    condition.withLock {
      for (number, count) in found { rows[number] += count }
      rowsPastLimit += others
      noValue += keys.noValue
    }
  }
}
