import LogRecords

/// The keys of one counter in one chunk, in the order in which they first occur, with their rows. Once the chunk is merged nothing of them
/// is left: their texts lie in a dictionary of the chunk, not in that of the pass.
final class ChunkKeys: @unchecked Sendable {
  let dictionary: KeyDictionary
  /// Rows without a value for a key that needs one.
  var noValue = 0
  private let index: KeyIndex<WordPair>
  private var rows: BudgetedArray<Int>

  init(_ dictionary: KeyDictionary) {
    self.dictionary = dictionary
    index = KeyIndex(dictionary.room)
    rows = BudgetedArray(dictionary.room.budget)
  }

  /// Counts a row of a key.
  @inline(__always)
  func add(_ key: WordPair) {
    let number = index.number(of: key)
    if number == rows.count { rows.append(1) } else { rows[number] += 1 }
  }

  /// Calls `body` with each key and its rows, in the order in which they first occur.
  func forEach(_ body: (WordPair, Int) -> Void) {
    for number in 0..<rows.count { body(index.key(number), rows[number]) }
  }
}
