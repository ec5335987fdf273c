/// Counts how many groups have which value. It owns the memory in which it counts.
@safe
final class DistributionBuilder {
  /// By value, for the small whole numbers that most values are.
  private let small: UnsafeMutablePointer<Int>
  private var others: [Double: Int] = [:]

  private static let smallCount = 1_024

  init() {
    unsafe small = .allocate(capacity: Self.smallCount)
    unsafe small.initialize(repeating: 0, count: Self.smallCount)
  }

  deinit { unsafe small.deallocate() }

  /// Counts a group by its number of rows.
  @inline(__always)
  func add(rows: Int) {
    if rows < Self.smallCount { unsafe small[rows] += 1 } else { others[Double(rows), default: 0] += 1 }
  }

  /// Counts a group's value; one that is not known does not count.
  func add(_ value: Double) {
    if let rows = Int(exactly: value), rows >= 0 { add(rows: rows) } else if value.isFinite { others[value, default: 0] += 1 }
  }

  /// Adds other counts.
  func merge(_ other: DistributionBuilder) {
    for value in 0..<Self.smallCount { unsafe small[value] += other.small[value] }
    others.merge(other.others, uniquingKeysWith: +)
  }

  /// The values, ascending.
  var values: [ResultTable.WeightedValue] {
    let few = (0..<Self.smallCount).map { unsafe ResultTable.WeightedValue(value: Double($0), groups: small[$0]) }
    let many = others.map { ResultTable.WeightedValue(value: $0.key, groups: $0.value) }
    return (few.filter { $0.groups > 0 } + many).sorted { $0.value < $1.value }
  }
}
