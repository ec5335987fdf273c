/// Keeps the best of many: as many as wanted, by a number and then by an order.
struct TopGroups<Element: BitwiseCopyable>: ~Copyable {
  /// Something considered and the number it is judged by.
  struct Candidate: BitwiseCopyable {
    var value: SplitNumber
    var element: Element
  }

  private let limit: Int
  private let isBefore: (Element, Element) -> Bool
  private let budget: MemoryBudget
  private var kept: BudgetedArray<Candidate>
  /// The last of the best and its value, once there are enough.
  private var last: Element?
  private var lastValue = SplitNumber.missing

  /// The `limit` elements with the greatest values; of equals those that come first by `isBefore`.
  init(_ limit: Int, _ budget: MemoryBudget, isBefore: @escaping (Element, Element) -> Bool) {
    self.limit = min(max(0, limit), 1 << 40)
    self.isBefore = isBefore
    self.budget = budget
    kept = BudgetedArray(budget)
  }

  /// Whether an element of a value might be one of the best; the doubles alone tell for nearly all.
  @inline(__always)
  func mayKeep(_ value: SplitNumber) -> Bool { value.double >= lastValue.double }

  /// Considers an element.
  mutating func add(_ element: Element, value: SplitNumber) {
    guard mayKeep(value) else { return }
    if let last, value == lastValue, !isBefore(element, last) { return }
    kept.append(Candidate(value: value, element: element))
    if kept.count >= 2 * limit + 256 { settle() }
  }

  /// Considers what others kept.
  mutating func merge(_ other: borrowing TopGroups) {
    for index in 0..<other.kept.count { add(other.kept[index].element, value: other.kept[index].value) }
  }

  /// The best, the very best first.
  mutating func elements() -> BudgetedArray<Element> {
    settle()
    var elements = BudgetedArray<Element>(budget, capacity: kept.count)
    for index in 0..<kept.count { elements.append(kept[index].element) }
    return elements
  }

  private mutating func settle() {
    let isBefore = isBefore
    kept.sort { $0.value == $1.value ? isBefore($0.element, $1.element) : $0.value > $1.value }
    guard kept.count >= limit else { return }
    kept.keepFirst(limit)
    last = limit > 0 ? kept[limit - 1].element : nil
    lastValue = limit > 0 ? kept[limit - 1].value : .beyondAll
  }
}
