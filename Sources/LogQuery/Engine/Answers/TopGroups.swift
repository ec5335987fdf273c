/// Keeps the best of many: as many as wanted, by a number and then by an order.
struct TopGroups<Element> {
  private let limit: Int
  private let isBefore: (Element, Element) -> Bool
  private var kept: [(value: Double, element: Element)] = []
  /// The last of the best, once there are enough.
  private var last: (value: Double, element: Element)?

  /// The `limit` elements with the greatest values; of equals those that come first by `isBefore`.
  init(_ limit: Int, isBefore: @escaping (Element, Element) -> Bool) {
    self.limit = min(max(0, limit), 1 << 40)
    self.isBefore = isBefore
  }

  /// Considers an element.
  @inline(__always)
  mutating func add(_ element: Element, value: Double) {
    if let last, value < last.value || (value == last.value && !isBefore(element, last.element)) { return }
    kept.append((value, element))
    if kept.count >= 2 * limit + 256 { settle() }
  }

  /// The best, the very best first.
  mutating func elements() -> [(value: Double, element: Element)] {
    settle()
    return kept
  }

  private mutating func settle() {
    let isBefore = isBefore
    kept.sort { $0.value == $1.value ? isBefore($0.element, $1.element) : $0.value > $1.value }
    if kept.count >= limit {
      kept.removeLast(kept.count - limit)
      last = kept.last
    }
  }
}
