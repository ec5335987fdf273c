/// Counts very many keys for all lanes: keys are dealt to partitions by hash, so that the table of one stays in the cache while a batch of its
/// keys is counted (radix partitioning; Manegold, Boncz, Kersten 2002).
///
/// A partition first collects keys and counts them when as many wait as its table holds: memory grows with distinct keys, not with rows.
final class KeyPartitions<Key: TableKey>: Sendable {
  /// Number of partitions.
  static var count: Int { 1 << bits }
  private static var bits: Int { 10 }

  private let partitions: [Locked<WaitingCounts>]

  init(_ room: KeyRoom) { partitions = (0..<Self.count).map { _ in Locked(WaitingCounts(room)) } }

  /// The partition of a key, by its hash.
  @inline(__always)
  static func index(_ hash: UInt64) -> Int { Int(hash >> UInt64(64 - bits)) }

  /// Takes keys of one partition, each to be counted once.
  func append(_ keys: UnsafeBufferPointer<Key>, to index: Int) { partitions[index].withLock { unsafe $0.append(keys) } }

  /// Counts a key of one partition some times.
  func add(_ key: Key, times: Int, to index: Int) { partitions[index].withLock { $0.table.add(key, times: times) } }

  /// Counts what still waits in one partition.
  func settle(_ index: Int) { partitions[index].withLock { $0.settle() } }

  /// Number of keys, once all is settled.
  var keyCount: Int { partitions.reduce(0) { $0 + $1.withLock { $0.table.count } } }

  /// Calls `body` with every key of one partition and its count, once all is settled.
  @inline(__always)
  func forEach(in index: Int, _ body: (Key, Int) -> Void) { partitions[index].withLock { $0.table.forEach(body) } }

  /// Whether `holds` says true of any key, once all is settled.
  func contains(where holds: (Key) -> Bool) -> Bool { partitions.contains { $0.withLock { $0.table.contains(where: holds) } } }

  /// Whether a key with this hash was counted, once all is settled.
  func contains(_ key: Key, hash: UInt64) -> Bool { partitions[Self.index(hash)].withLock { $0.table.contains(key) } }

  /// A table and the keys that wait to be counted in it.
  private struct WaitingCounts: ~Copyable {
    var table: CountTable<Key>
    private var waiting: BudgetedArray<Key>
    private static var fewestWaiting: Int { 512 }
    private static var mostWaiting: Int { 16_384 }

    init(_ room: KeyRoom) {
      table = CountTable(room, expecting: Self.fewestWaiting)
      waiting = BudgetedArray(room.budget, capacity: Self.fewestWaiting)
    }

    mutating func append(_ keys: UnsafeBufferPointer<Key>) {
      unsafe waiting.append(contentsOf: keys)
      if waiting.count >= min(Self.mostWaiting, max(Self.fewestWaiting, table.count)) { countWaiting() }
    }

    mutating func settle() {
      countWaiting()
      waiting.removeAllAndShrink()
    }

    private mutating func countWaiting() {
      unsafe table.add(waiting.buffer)
      waiting.removeAll()
    }
  }
}
