/// Texts in the order they came, each once, and a table of their places by hash.
struct TextTable: ~Copyable {
  private let budget: MemoryBudget
  private var bytes: BudgetedArray<UInt8>
  private var ends: BudgetedArray<Int>
  private var slots: BudgetedArray<Slot>

  /// The slot of a text's hash, or one after it: most texts that are not the one looked for are told by their hash alone.
  private struct Slot: BitwiseCopyable {
    /// The low half of the hash.
    var hash: UInt32
    /// Index of the text plus one; 0 for a free slot.
    var number: UInt32
  }

  init(_ budget: MemoryBudget) {
    self.budget = budget
    bytes = BudgetedArray(budget, capacity: 256)
    ends = BudgetedArray(budget)
    slots = BudgetedArray(budget, repeating: Slot(hash: 0, number: 0), count: 64)
  }

  /// The text of an index.
  func bytes(at index: Int) -> [UInt8] { unsafe Array(text(index)) }

  /// The index of a text; it is added if it is new.
  mutating func index(of text: UnsafeRawBufferPointer, hash: UInt64) -> Int {
    let hash = UInt32(truncatingIfNeeded: hash)
    let slot = unsafe slot(of: text, hash)
    if slots[slot].number != 0 { return Int(slots[slot].number) - 1 }
    unsafe bytes.append(contentsOf: text.bindMemory(to: UInt8.self))
    ends.append(bytes.count)
    slots[slot] = Slot(hash: hash, number: UInt32(ends.count))
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  /// The index of a text; nil if it is not there.
  func existingIndex(of text: UnsafeRawBufferPointer, hash: UInt64) -> Int? {
    let slot = unsafe slot(of: text, UInt32(truncatingIfNeeded: hash))
    return slots[slot].number == 0 ? nil : Int(slots[slot].number) - 1
  }

  /// Where a text is, or would be put.
  @inline(__always)
  private func slot(of text: UnsafeRawBufferPointer, _ hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot].number != 0 {
      if slots[slot].hash == hash, unsafe text.hasSameBytes(as: self.text(Int(slots[slot].number) - 1)) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// A text; it may move when another is added.
  private func text(_ index: Int) -> UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes.buffer[(index == 0 ? 0 : ends[index - 1])..<ends[index]]))
  }

  private mutating func grow() {
    var grown = BudgetedArray(budget, repeating: Slot(hash: 0, number: 0), count: slots.count * 2)
    for place in 0..<slots.count where slots[place].number != 0 {
      var slot = Int(slots[place].hash) & (grown.count - 1)
      while grown[slot].number != 0 { slot = (slot + 1) & (grown.count - 1) }
      grown[slot] = slots[place]
    }
    slots = grown
  }
}
