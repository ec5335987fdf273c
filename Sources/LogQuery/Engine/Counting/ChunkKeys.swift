import LogRecords

/// The keys of one counter in one chunk, in the order in which they first occur, with their rows. Once the chunk is merged nothing of them
/// is left: their texts lie in a dictionary of the chunk, not in that of the pass.
///
/// The lane that reads the chunk fills it and then hands it on; nobody changes it after that.
final class ChunkKeys: @unchecked Sendable {
  let dictionary: KeyDictionary
  /// Rows without a value for a key that needs one.
  var noValue = 0
  private var counts: Counts

  /// In one piece, so that each row checks once for access from elsewhere.
  private struct Counts: ~Copyable {
    var keys: NumberedKeys<WordPair>
    var rows: BudgetedArray<Int>

    @inline(__always)
    mutating func add(_ key: WordPair) {
      let number = keys.number(of: key)
      if number == rows.count { rows.append(1) } else { rows[number] += 1 }
    }
  }

  init(_ dictionary: KeyDictionary) {
    self.dictionary = dictionary
    counts = Counts(keys: NumberedKeys(dictionary.room), rows: BudgetedArray(dictionary.room.budget))
  }

  /// Counts a row of a key.
  @inline(__always)
  func add(_ key: WordPair) { counts.add(key) }

  /// Calls `body` with each key and its rows, in the order in which they first occur.
  func forEach(_ body: (WordPair, Int) -> Void) {
    for number in 0..<counts.rows.count { body(counts.keys.key(number), counts.rows[number]) }
  }
}
