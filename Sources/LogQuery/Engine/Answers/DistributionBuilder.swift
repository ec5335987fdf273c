/// Counts how many groups have which value.
struct DistributionBuilder {
  /// By value, for the small whole numbers that most values are.
  private var small = [Int](repeating: 0, count: 1_024)
  private var others: [Double: Int] = [:]

  /// Counts a group's value; one that is not known does not count.
  @inline(__always)
  mutating func add(_ value: Double) {
    if value >= 0, value < 1_024, value == value.rounded(.down) {
      small[Int(value)] += 1
    } else if value.isFinite {
      others[value, default: 0] += 1
    }
  }

  /// The values, ascending.
  var values: [ResultTable.WeightedValue] {
    let few = small.enumerated().filter { $0.element > 0 }.map { ResultTable.WeightedValue(value: Double($0.offset), groups: $0.element) }
    let many = others.map { ResultTable.WeightedValue(value: $0.key, groups: $0.value) }
    return (few + many).sorted { $0.value < $1.value }
  }
}
