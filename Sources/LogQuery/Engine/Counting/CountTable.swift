/// Counts keys: a table with open addressing and linear probing, at most three quarters full.
///
/// It owns its memory.
@safe
struct CountTable<Key: TableKey>: ~Copyable {
  /// Number of keys.
  private(set) var count = 0
  /// Number of slots in use, a power of two; there may be memory for more.
  private var capacity: Int
  /// A count of 0 marks a free slot.
  private var slots: UnsafeMutablePointer<KeyCount<Key>>
  private var memory: MemoryBudget.Block
  /// The parts of counts beyond those in the slots.
  private(set) var overflow = CountOverflow<Key>()
  private let hash: KeyHash
  private let budget: MemoryBudget

  /// A table with room for a number of keys before it first grows.
  init(_ room: KeyRoom, expecting keys: Int = 12) {
    hash = room.hash
    budget = room.budget
    capacity = Self.capacity(for: keys)
    unsafe (memory, slots) = Self.slots(capacity, budget)
    clear()
  }

  deinit { budget.free(memory) }

  private static func capacity(for keys: Int) -> Int {
    var capacity = 16
    while keys * 4 > capacity * 3 { capacity *= 2 }
    return capacity
  }

  private static func slots(_ count: Int, _ budget: MemoryBudget) -> (MemoryBudget.Block, UnsafeMutablePointer<KeyCount<Key>>) {
    let memory = budget.allocate(byteCount: count * MemoryLayout<KeyCount<Key>>.stride)
    return unsafe (memory, memory.start.bindMemory(to: KeyCount<Key>.self, capacity: count))
  }

  private mutating func clear() {
    unsafe slots.initialize(repeating: KeyCount(key: .filler, count: 0), count: capacity)
    count = 0
  }

  /// Forgets all keys, and makes room for a number of others; its memory is used again where it is enough.
  mutating func removeAll(expecting keys: Int) {
    capacity = Self.capacity(for: keys)
    if capacity * MemoryLayout<KeyCount<Key>>.stride > memory.byteCount {
      budget.free(memory)
      unsafe (memory, slots) = Self.slots(capacity, budget)
    }
    clear()
    overflow = CountOverflow()
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
        unsafe slots[index].count = overflow.kept(Int(slots[index].count) + times, of: key)
        return
      }
      index = (index + 1) & (capacity - 1)
    }
    unsafe slots[index] = KeyCount(key: key, count: overflow.kept(times, of: key))
    count += 1
    if count * 4 > capacity * 3 { grow() }
  }

  /// Calls `body` with every key and its count, in no order that means anything.
  @inline(__always)
  func forEach(_ body: (Key, Int) -> Void) {
    for index in 0..<capacity {
      let slot = unsafe slots[index]
      if slot.count != 0 { body(slot.key, overflow.whole(slot)) }
    }
  }

  /// Adds every key and its count, but for its ``overflow``, to a list; in no order that means anything.
  func append(to list: inout BudgetedArray<KeyCount<Key>>) {
    // Each slot is written and only a taken one is kept, without a branch: which slots are free is beyond any guess of a processor.
    unsafe list.append(atMost: count + 1) { [slots, capacity] room in
      var kept = 0
      for index in 0..<capacity {
        unsafe room[kept] = slots[index]
        let isFree = unsafe (UInt64(slots[index].count) &- 1) >> 63
        kept &+= 1 &- Int(truncatingIfNeeded: isFree)
      }
      return kept
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
    unsafe (memory, slots) = Self.slots(capacity, budget)
    unsafe slots.initialize(repeating: KeyCount(key: .filler, count: 0), count: capacity)
    for place in 0..<oldCapacity where unsafe old[place].count != 0 {
      var index = unsafe Int(truncatingIfNeeded: old[place].key.mixed(hash)) & (capacity - 1)
      while unsafe slots[index].count != 0 { index = (index + 1) & (capacity - 1) }
      unsafe slots[index] = old[place]
    }
    budget.free(oldMemory)
  }
}
