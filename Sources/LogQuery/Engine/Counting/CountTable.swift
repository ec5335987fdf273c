/// Counts keys: a table with open addressing and linear probing that doubles when three quarters full.
///
/// It owns its two arrays. A count is 32 bits; what overflows is kept aside.
@safe
struct CountTable<Key: TableKey>: ~Copyable {
  /// Number of keys.
  private(set) var count = 0
  private var capacity: Int
  private var keys: UnsafeMutablePointer<Key>
  /// 0 marks a free slot.
  private var counts: UnsafeMutablePointer<UInt32>
  /// Counts beyond 32 bits, without the part still in `counts`.
  private var carried: [Key: Int] = [:]
  private let hash: KeyHash

  /// A table with room for a number of keys before it first grows.
  init(hash: KeyHash, room: Int = 12) {
    self.hash = hash
    capacity = 16
    while room * 4 > capacity * 3 { capacity *= 2 }
    unsafe keys = .allocate(capacity: capacity)
    unsafe counts = .allocate(capacity: capacity)
    unsafe keys.initialize(repeating: .filler, count: capacity)
    unsafe counts.initialize(repeating: 0, count: capacity)
  }

  deinit {
    unsafe keys.deallocate()
    unsafe counts.deallocate()
  }

  /// Bytes of its arrays.
  var byteCount: Int { capacity * (MemoryLayout<Key>.stride + 4) }

  /// Counts keys, each once.
  mutating func add(_ keys: UnsafeBufferPointer<Key>) {
    for position in keys.indices { unsafe add(keys[position], times: 1) }
  }

  /// Counts a key some more times.
  @inline(__always)
  mutating func add(_ key: Key, times: Int) {
    var slot = Int(truncatingIfNeeded: key.mixed(hash)) & (capacity - 1)
    while unsafe counts[slot] != 0 {
      if unsafe keys[slot] == key {
        raise(slot, by: times)
        return
      }
      slot = (slot + 1) & (capacity - 1)
    }
    unsafe keys[slot] = key
    count += 1
    unsafe counts[slot] = 0
    raise(slot, by: times)
    if count * 4 > capacity * 3 { grow() }
  }

  @inline(__always)
  private mutating func raise(_ slot: Int, by times: Int) {
    let sum = unsafe Int(counts[slot]) + times
    if sum <= Int(UInt32.max) {
      unsafe counts[slot] = UInt32(truncatingIfNeeded: sum)
    } else {
      unsafe carried[keys[slot], default: 0] += sum - 1
      unsafe counts[slot] = 1
    }
  }

  /// Calls `body` with every key and its count, in no order that means anything.
  @inline(__always)
  func forEach(_ body: (Key, Int) -> Void) {
    for slot in 0..<capacity where unsafe counts[slot] != 0 {
      unsafe body(keys[slot], Int(counts[slot]) + (carried.isEmpty ? 0 : carried[keys[slot], default: 0]))
    }
  }

  private mutating func grow() {
    let (oldKeys, oldCounts, oldCapacity) = unsafe (keys, counts, capacity)
    capacity *= 2
    unsafe keys = .allocate(capacity: capacity)
    unsafe counts = .allocate(capacity: capacity)
    unsafe keys.initialize(repeating: .filler, count: capacity)
    unsafe counts.initialize(repeating: 0, count: capacity)
    for old in 0..<oldCapacity where unsafe oldCounts[old] != 0 {
      var slot = unsafe Int(truncatingIfNeeded: oldKeys[old].mixed(hash)) & (capacity - 1)
      while unsafe counts[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      unsafe keys[slot] = oldKeys[old]
      unsafe counts[slot] = oldCounts[old]
    }
    unsafe oldKeys.deallocate()
    unsafe oldCounts.deallocate()
  }
}
