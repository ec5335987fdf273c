/// Keeps the best of many: as many as wanted, by a number and then by an order.
struct TopGroups<Element> {
  /// How many; nil for all of them, which then need no order.
  private let limit: Int?
  private let isBefore: (Element, Element) -> Bool
  private var kept: [(value: Double, element: Element)] = []
  /// The last of the best and its value, once there are enough.
  private var last: Element?
  private var lastValue = -Double.infinity

  /// The `limit` elements with the greatest values; of equals those that come first by `isBefore`.
  init(_ limit: Int?, isBefore: @escaping (Element, Element) -> Bool) {
    self.limit = limit.map { min(max(0, $0), 1 << 40) }
    self.isBefore = isBefore
  }

  /// Whether an element of a value might be one of the best.
  @inline(__always)
  func mayKeep(_ value: Double) -> Bool { value >= lastValue }

  /// Considers an element.
  mutating func add(_ element: Element, value: Double) {
    guard mayKeep(value) else { return }
    if let last, value == lastValue, !isBefore(element, last) { return }
    kept.append((value, element))
    if let limit, kept.count >= 2 * limit + 256 { settle(limit) }
  }

  /// Considers what others kept.
  mutating func merge(_ other: TopGroups) {
    for (value, element) in other.kept { add(element, value: value) }
  }

  /// The best with their values, the very best first; all in no order if there is no limit.
  mutating func elements() -> [(value: Double, element: Element)] {
    if let limit { settle(limit) }
    return kept
  }

  private mutating func settle(_ limit: Int) {
    let isBefore = isBefore
    kept.sort { $0.value == $1.value ? isBefore($0.element, $1.element) : $0.value > $1.value }
    if kept.count >= limit {
      kept.removeLast(kept.count - limit)
      last = kept.last?.element
      lastValue = kept.last?.value ?? .infinity
    }
  }
}
