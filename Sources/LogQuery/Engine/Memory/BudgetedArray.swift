/// An array of plain values whose memory counts against a budget. It owns its memory.
@safe
struct BudgetedArray<Element: BitwiseCopyable>: ~Copyable {
  /// Number of elements.
  private(set) var count = 0
  private var capacity: Int
  private var block: MemoryBudget.Block
  private var elements: UnsafeMutablePointer<Element>
  private let budget: MemoryBudget

  /// An empty array.
  init(_ budget: MemoryBudget, capacity: Int = 16) {
    self.budget = budget
    self.capacity = max(1, capacity)
    block = budget.allocate(byteCount: self.capacity * MemoryLayout<Element>.stride)
    unsafe elements = block.start.bindMemory(to: Element.self, capacity: self.capacity)
  }

  /// An array of one value many times.
  init(_ budget: MemoryBudget, repeating element: Element, count: Int) {
    self.init(budget, capacity: count)
    unsafe elements.initialize(repeating: element, count: count)
    self.count = count
  }

  deinit { budget.free(block) }

  /// The element at an index.
  subscript(index: Int) -> Element {
    @inline(__always)
    get {
      precondition(index >= 0 && index < count, "no such element")
      return unsafe elements[index]
    }
    @inline(__always)
    set {
      precondition(index >= 0 && index < count, "no such element")
      unsafe elements[index] = newValue
    }
  }

  /// The elements; they move when the array grows.
  @inline(__always)
  var buffer: UnsafeBufferPointer<Element> { unsafe UnsafeBufferPointer(start: elements, count: count) }

  /// Puts the elements in order.
  mutating func sort(by isBefore: (Element, Element) -> Bool) {
    var elements = unsafe UnsafeMutableBufferPointer(start: elements, count: count)
    unsafe elements.sort(by: isBefore)
  }

  /// Adds an element.
  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(toHold: count + 1) }
    unsafe elements[count] = element
    count += 1
  }

  /// Adds elements.
  mutating func append(contentsOf others: UnsafeBufferPointer<Element>) {
    guard let start = others.baseAddress else { return }
    if count + others.count > capacity { grow(toHold: count + others.count) }
    unsafe (elements + count).update(from: start, count: others.count)
    count += others.count
  }

  /// Forgets all elements but keeps the memory.
  mutating func removeAll() { count = 0 }

  /// Forgets all elements and gives the memory back.
  mutating func removeAllAndShrink() { self = BudgetedArray(budget, capacity: 1) }

  private mutating func grow(toHold wanted: Int) {
    let (old, oldElements) = unsafe (block, elements)
    capacity = max(wanted, capacity * 2)
    block = budget.allocate(byteCount: capacity * MemoryLayout<Element>.stride)
    unsafe elements = block.start.bindMemory(to: Element.self, capacity: capacity)
    unsafe elements.update(from: oldElements, count: count)
    budget.free(old)
  }
}
