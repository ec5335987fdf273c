import Synchronization

/// Counts very many keys for all lanes: keys are dealt to partitions by hash, so that the keys of one are counted in a table that fits a
/// processor's cache (radix partitioning; Manegold, Boncz, Kersten 2002).
///
/// A partition keeps its keys as lists and not as a table: they are read and written in one go, and take no more memory than they need. The
/// table that brings them together is the lane's, one for all partitions. The partitions own their memory, and nobody else sees it.
@safe
final class KeyPartitions<Key: TableKey>: @unchecked Sendable {
  /// Number of partitions.
  static var count: Int { 1 << bits }
  private static var bits: Int { 10 }

  /// A partition, and the lock that whoever uses it holds.
  private struct Partition: ~Copyable {
    let lock = Mutex(())
    var counts: PartitionCounts<Key>
  }

  /// Not an array of objects: all lanes would count their references to them, and wait for each other to do so.
  private let partitions: UnsafeMutablePointer<Partition>

  init(_ room: KeyRoom) {
    unsafe partitions = .allocate(capacity: Self.count)
    for index in 0..<Self.count { unsafe (partitions + index).initialize(to: Partition(counts: PartitionCounts(room.budget))) }
  }

  deinit {
    unsafe partitions.deinitialize(count: Self.count)
    unsafe partitions.deallocate()
  }

  /// The partition of a key, by its hash.
  @inline(__always)
  static func index(_ hash: UInt64) -> Int { Int(hash >> UInt64(64 - bits)) }

  @inline(__always)
  private func withPartition<Result>(_ index: Int, _ body: (inout PartitionCounts<Key>) -> Result) -> Result {
    precondition(index >= 0 && index < Self.count, "no such partition")
    return unsafe partitions[index].lock.withLock { _ in unsafe body(&partitions[index].counts) }
  }

  /// Takes keys of one partition, each to be counted once; `table` is used if it is time to count.
  func append(_ keys: UnsafeBufferPointer<Key>, to index: Int, _ table: inout CountTable<Key>) {
    withPartition(index) { partition in
      unsafe partition.append(keys)
      if partition.isCrowded { partition.count(in: &table) }
    }
  }

  /// Takes a key of one partition that was counted some times.
  func append(_ key: Key, times: Int, to index: Int) { withPartition(index) { $0.append(key, times: times) } }

  /// Counts what still waits in one partition.
  func settle(_ index: Int, _ table: inout CountTable<Key>) {
    withPartition(index) { partition in
      partition.count(in: &table)
      partition.shrink()
    }
  }

  /// Number of keys, once all is settled.
  var keyCount: Int { (0..<Self.count).reduce(0) { $0 + withPartition($1) { $0.keyCount } } }

  /// Calls `body` with every key of one partition and its count, once all is settled.
  @inline(__always)
  func forEach(in index: Int, _ body: (Key, Int) -> Void) { withPartition(index) { $0.forEach(body) } }

  /// Whether `holds` says true of any key, once all is settled.
  func contains(where holds: (Key) -> Bool) -> Bool { (0..<Self.count).contains { withPartition($0) { $0.contains(where: holds) } } }

  /// Whether a key with this hash was counted, once all is settled.
  func contains(_ key: Key, hash: UInt64) -> Bool { withPartition(Self.index(hash)) { $0.contains { $0 == key } } }
}
