/// Keys with their numbers in the order in which they came: a table with open addressing and linear probing, at most half full.
struct NumberedKeys<Key: TableKey>: ~Copyable {
  private var keys: BudgetedArray<Key>
  /// A key's number plus one at the slot of its hash or after; 0 for a free slot.
  private var slots: BudgetedArray<UInt32>
  private let room: KeyRoom

  init(_ room: KeyRoom) {
    self.room = room
    keys = BudgetedArray(room.budget)
    slots = BudgetedArray(room.budget, repeating: 0, count: 64)
  }

  /// Number of keys.
  var count: Int { keys.count }

  /// The key of a number.
  func key(_ number: Int) -> Key { keys[number] }

  /// The number of a key; a new key gets the next one.
  @inline(__always)
  mutating func number(of key: Key) -> Int {
    let slot = slot(of: key)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    keys.append(key)
    slots[slot] = UInt32(keys.count)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  /// The number of a key; nil if it has none.
  func existingNumber(of key: Key) -> Int? {
    let slot = slot(of: key)
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  /// Where a key is, or would be put.
  @inline(__always)
  private func slot(of key: Key) -> Int {
    var slot = Int(truncatingIfNeeded: key.mixed(room.hash)) & (slots.count - 1)
    while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = BudgetedArray(room.budget, repeating: 0, count: slots.count * 2)
    for number in 0..<keys.count { slots[slot(of: keys[number])] = UInt32(number + 1) }
  }
}
