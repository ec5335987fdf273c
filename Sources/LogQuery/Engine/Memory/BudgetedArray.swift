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

  /// Adds elements that `fill` writes: it is given room for `most` of them and says how many of the first to keep.
  mutating func append(atMost most: Int, _ fill: (UnsafeMutablePointer<Element>) -> Int) {
    if count + most > capacity { grow(toHold: count + most) }
    count += unsafe fill(elements + count)
  }

  /// Forgets all elements after so many first ones.
  mutating func keepFirst(_ most: Int) { count = min(count, most) }

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

extension BudgetedArray {
  /// Elements of a run, which is put in order where it lies; runs are then merged.
  private static var runLength: Int { 1 << 12 }

  /// Puts the elements in order, equal ones as they stood: a merge sort whose other array counts against the budget too, as that of the
  /// standard library would not.
  mutating func sort(by isBefore: (Element, Element) -> Bool) {
    for start in stride(from: 0, to: count, by: Self.runLength) {
      var run = unsafe UnsafeMutableBufferPointer(start: elements + start, count: min(Self.runLength, count - start))
      unsafe run.sort(by: isBefore)
    }
    guard count > Self.runLength else { return }
    var merged = BudgetedArray(budget, capacity: count)
    var length = Self.runLength
    while length < count {
      for start in stride(from: 0, to: count, by: 2 * length) {
        let middle = min(start + length, count)
        merged.append(merging: start..<middle, middle..<min(middle + length, count), of: self, by: isBefore)
      }
      swap(&self, &merged)
      merged.removeAll()
      length *= 2
    }
  }

  /// Adds the elements of two neighbouring runs of another array in order.
  private mutating func append(
    merging first: Range<Int>, _ second: Range<Int>, of source: borrowing BudgetedArray, by isBefore: (Element, Element) -> Bool
  ) {
    var (left, right) = (first.lowerBound, second.lowerBound)
    while left < first.upperBound, right < second.upperBound {
      if unsafe isBefore(source.elements[right], source.elements[left]) {
        unsafe append(source.elements[right])
        right += 1
      } else {
        unsafe append(source.elements[left])
        left += 1
      }
    }
    unsafe append(contentsOf: UnsafeBufferPointer(rebasing: source.buffer[left..<first.upperBound]))
    unsafe append(contentsOf: UnsafeBufferPointer(rebasing: source.buffer[right..<second.upperBound]))
  }
}
