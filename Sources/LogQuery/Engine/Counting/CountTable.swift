/// Counts keys: a table with open addressing and linear probing, at most three quarters full.
///
/// It owns its memory. A count is 32 bits, for the sake of the cache; what overflows is kept aside.
@safe
struct CountTable<Key: TableKey>: ~Copyable {
  /// A key and how often it was counted; 0 marks a free slot.
  private struct Slot: BitwiseCopyable {
    var key: Key
    var count: UInt32
  }

  /// Number of keys.
  private(set) var count = 0
  private var capacity: Int
  private var slots: UnsafeMutablePointer<Slot>
  private var memory: MemoryBudget.Block
  /// Counts beyond 32 bits, without the part still in the slots.
  private var carried: [Key: Int] = [:]
  private let hash: KeyHash
  private let budget: MemoryBudget

  /// A table with room for a number of keys before it first grows.
  init(_ room: KeyRoom, expecting keys: Int = 12) {
    hash = room.hash
    budget = room.budget
    capacity = 16
    while keys * 4 > capacity * 3 { capacity *= 2 }
    unsafe (memory, slots) = Self.freeSlots(capacity, budget)
  }

  deinit { budget.free(memory) }

  private static func freeSlots(_ count: Int, _ budget: MemoryBudget) -> (MemoryBudget.Block, UnsafeMutablePointer<Slot>) {
    let memory = budget.allocate(byteCount: count * MemoryLayout<Slot>.stride)
    let slots = unsafe memory.start.bindMemory(to: Slot.self, capacity: count)
    unsafe slots.initialize(repeating: Slot(key: .filler, count: 0), count: count)
    return unsafe (memory, slots)
  }

  /// Counts keys, each once.
  mutating func add(_ keys: UnsafeBufferPointer<Key>) {
    for index in keys.indices { unsafe add(keys[index], times: 1) }
  }

  /// Counts a key some more times.
  @inline(__always)
  mutating func add(_ key: Key, times: Int) {
    var index = Int(truncatingIfNeeded: key.mixed(hash)) & (capacity - 1)
    while unsafe slots[index].count != 0 {
      if unsafe slots[index].key == key {
        raise(index, by: times)
        return
      }
      index = (index + 1) & (capacity - 1)
    }
    unsafe slots[index].key = key
    count += 1
    raise(index, by: times)
    if count * 4 > capacity * 3 { grow() }
  }

  @inline(__always)
  private mutating func raise(_ index: Int, by times: Int) {
    let sum = unsafe Int(slots[index].count) + times
    if sum <= Int(UInt32.max) {
      unsafe slots[index].count = UInt32(truncatingIfNeeded: sum)
    } else {
      unsafe carried[slots[index].key, default: 0] += sum - 1
      unsafe slots[index].count = 1
    }
  }

  /// Calls `body` with every key and its count, in no order that means anything.
  @inline(__always)
  func forEach(_ body: (Key, Int) -> Void) {
    for index in 0..<capacity {
      let slot = unsafe slots[index]
      if slot.count != 0 { body(slot.key, Int(slot.count) + (carried.isEmpty ? 0 : carried[slot.key, default: 0])) }
    }
  }

  /// Whether `holds` says true of any key.
  func contains(where holds: (Key) -> Bool) -> Bool {
    for index in 0..<capacity where unsafe slots[index].count != 0 {
      if unsafe holds(slots[index].key) { return true }
    }
    return false
  }

  /// Whether a key was counted.
  func contains(_ key: Key) -> Bool {
    var index = Int(truncatingIfNeeded: key.mixed(hash)) & (capacity - 1)
    while unsafe slots[index].count != 0 {
      if unsafe slots[index].key == key { return true }
      index = (index + 1) & (capacity - 1)
    }
    return false
  }

  /// Makes room: at first in large steps, as every step moves all keys.
  private mutating func grow() {
    let (old, oldCapacity, oldMemory) = unsafe (slots, capacity, memory)
    capacity *= capacity < 4_096 ? 4 : 2
    unsafe (memory, slots) = Self.freeSlots(capacity, budget)
    for place in 0..<oldCapacity where unsafe old[place].count != 0 {
      var index = unsafe Int(truncatingIfNeeded: old[place].key.mixed(hash)) & (capacity - 1)
      while unsafe slots[index].count != 0 { index = (index + 1) & (capacity - 1) }
      unsafe slots[index] = old[place]
    }
    budget.free(oldMemory)
  }
}
