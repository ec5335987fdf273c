/// A key and how often it was counted. The count is 32 bits, for the sake of the cache; see ``CountOverflow`` for more.
struct KeyCount<Key: TableKey>: BitwiseCopyable {
  var key: Key
  var count: UInt32
}

/// The parts of counts that go beyond the 32 bits beside a key.
struct CountOverflow<Key: TableKey> {
  private var parts: [Key: Int] = [:]

  /// What is to stand beside a key counted so often, which is never 0; the rest is kept here.
  @inline(__always)
  mutating func kept(_ count: Int, of key: Key) -> UInt32 {
    count <= Int(UInt32.max) ? UInt32(truncatingIfNeeded: count) : split(count, of: key)
  }

  @inline(never)
  private mutating func split(_ count: Int, of key: Key) -> UInt32 {
    parts[key, default: 0] += count - 1
    return 1
  }

  /// The whole count of a key.
  @inline(__always)
  func whole(_ counted: KeyCount<Key>) -> Int { Int(counted.count) + (parts.isEmpty ? 0 : parts[counted.key, default: 0]) }

  /// Calls `body` with every key that has a part here, and forgets the parts; in no order that means anything.
  mutating func removeAll(_ body: (Key, Int) -> Void) {
    for (key, count) in parts { body(key, count) }
    parts = [:]
  }
}
