/// Numbers keys in the order they come.
struct KeyIndex<Key: TableKey> {
  /// The keys, by their numbers.
  private(set) var keys: [Key] = []
  /// A key's number plus one at the slot of its hash or after; 0 for a free slot.
  private var slots = [UInt32](repeating: 0, count: 64)
  private let hash: KeyHash

  init(hash: KeyHash) { self.hash = hash }

  /// The number of a key; a new key gets the next one.
  mutating func number(of key: Key) -> Int {
    var slot = Int(truncatingIfNeeded: key.mixed(hash)) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if keys[number] == key { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    keys.append(key)
    slots[slot] = UInt32(keys.count)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  /// The number of a key; nil if it has none.
  func existingNumber(of key: Key) -> Int? {
    var slot = Int(truncatingIfNeeded: key.mixed(hash)) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if keys[number] == key { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: key.mixed(hash)) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}
