import Synchronization

/// Counts very many keys for all lanes: keys are dealt to partitions by hash, so that the table of one stays in the cache while a batch of its
/// keys is counted (radix partitioning; Manegold, Boncz, Kersten 2002).
///
/// A partition first collects keys and counts them when as many wait as its table holds: memory grows with distinct keys, not with rows.
final class KeyPartitions<Key: TableKey>: Sendable {
  /// Number of partitions.
  static var count: Int { 1 << bits }
  private static var bits: Int { 10 }

  private let partitions: [Partition]

  init(hash: KeyHash) { partitions = (0..<Self.count).map { _ in Partition(hash: hash) } }

  /// The partition of a key, by its hash.
  @inline(__always)
  static func index(_ hash: UInt64) -> Int { Int(hash >> UInt64(64 - bits)) }

  /// Takes keys of one partition, each to be counted once.
  func append(_ keys: UnsafeBufferPointer<Key>, to index: Int) { unsafe partitions[index].append(keys) }

  /// Counts a key of one partition some times.
  func add(_ key: Key, times: Int, to index: Int) { partitions[index].add(key, times: times) }

  /// Counts what still waits in one partition.
  func settle(_ index: Int) { partitions[index].settle() }

  /// Number of keys, once all is settled.
  var keyCount: Int { partitions.reduce(0) { $0 + $1.table.count } }

  /// Calls `body` with every key of one partition and its count, once all is settled.
  @inline(__always)
  func forEach(in index: Int, _ body: (Key, Int) -> Void) { partitions[index].table.forEach(body) }

  /// Whether `holds` says true of any key, once all is settled.
  func contains(where holds: (Key) -> Bool) -> Bool { partitions.contains { $0.table.contains(where: holds) } }

  /// Whether a key with this hash was counted, once all is settled.
  func contains(_ key: Key, hash: UInt64) -> Bool { partitions[Self.index(hash)].table.contains(key) }

  private final class Partition: @unchecked Sendable {
    private let lock = Mutex(())
    private(set) var table: CountTable<Key>
    private var waiting: [Key] = []
    private static var fewestWaiting: Int { 512 }
    private static var mostWaiting: Int { 16_384 }

    init(hash: KeyHash) { table = CountTable(hash: hash, room: Self.fewestWaiting) }

    func append(_ keys: UnsafeBufferPointer<Key>) {
      lock.withLock { _ in
        unsafe waiting.append(contentsOf: keys)
        if waiting.count >= min(Self.mostWaiting, max(Self.fewestWaiting, table.count)) { countWaiting() }
      }
    }

    func add(_ key: Key, times: Int) { lock.withLock { _ in table.add(key, times: times) } }

    func settle() {
      lock.withLock { _ in
        countWaiting()
        waiting = []
      }
    }

    private func countWaiting() {
      var keys: [Key] = []
      swap(&keys, &waiting)
      unsafe keys.withUnsafeBufferPointer { unsafe table.add($0) }
      keys.removeAll(keepingCapacity: true)
      swap(&keys, &waiting)
    }
  }
}
