/// Where the keys of one lane wait until there are enough for their partition to be worth its lock. It owns its memory, which counts against
/// the budget.
@safe
final class PartitionStaging<Key: TableKey> {
  private let partitions: KeyPartitions<Key>
  private let hash: KeyHash
  /// What partitions are counted in.
  private var table: CountTable<Key>
  /// So many places for each partition.
  private let keys: UnsafeMutablePointer<Key>
  private let memory: MemoryBudget.Block
  private let budget: MemoryBudget
  /// How many of them are taken.
  private let counts: UnsafeMutablePointer<UInt8>

  private static var places: Int { 64 }

  init(_ partitions: KeyPartitions<Key>, _ room: KeyRoom) {
    self.partitions = partitions
    hash = room.hash
    table = CountTable(room)
    let count = KeyPartitions<Key>.count
    budget = room.budget
    memory = budget.allocate(byteCount: count * Self.places * MemoryLayout<Key>.stride)
    unsafe keys = memory.start.bindMemory(to: Key.self, capacity: count * Self.places)
    unsafe keys.initialize(repeating: .filler, count: count * Self.places)
    unsafe counts = .allocate(capacity: count)
    unsafe counts.initialize(repeating: 0, count: count)
  }

  deinit {
    budget.free(memory)
    unsafe counts.deallocate()
  }

  /// Takes keys, each to be counted once.
  func add(_ new: UnsafeBufferPointer<Key>) {
    // Local, so that the loop need not look at the object again after each flush.
    let (keys, counts, hash) = unsafe (keys, counts, hash)
    for position in new.indices {
      let key = unsafe new[position]
      let index = KeyPartitions<Key>.index(key.mixed(hash))
      let place = unsafe Int(counts[index])
      unsafe keys[index &* Self.places &+ place] = key
      unsafe counts[index] = UInt8(truncatingIfNeeded: place &+ 1)
      if place + 1 == Self.places { flush(index) }
    }
  }

  /// Hands over all that waits.
  func flushAll() {
    for index in 0..<KeyPartitions<Key>.count where unsafe counts[index] > 0 { flush(index) }
  }

  private func flush(_ index: Int) {
    unsafe partitions.append(UnsafeBufferPointer(start: keys + index * Self.places, count: Int(counts[index])), to: index, &table)
    unsafe counts[index] = 0
  }
}
