import Statistics

/// Counts how many groups have which value. It owns the memory in which it counts.
@safe
final class DistributionBuilder {
  /// By value, for the small whole numbers that most values are.
  private let small: UnsafeMutablePointer<Int>
  private var others: BudgetedArray<Double>

  private static let smallCount = 1_024

  init(_ budget: MemoryBudget) {
    unsafe small = .allocate(capacity: Self.smallCount)
    unsafe small.initialize(repeating: 0, count: Self.smallCount)
    others = BudgetedArray(budget)
  }

  deinit { unsafe small.deallocate() }

  /// Counts a group by its number of rows.
  @inline(__always)
  func add(rows: Int) {
    if rows < Self.smallCount { unsafe small[rows] += 1 } else { others.append(Double(rows)) }
  }

  /// Counts a group's value; one that is not known does not count.
  func add(_ value: Double) {
    if let rows = Int(exactly: value), rows >= 0 { add(rows: rows) } else if value.isFinite { others.append(value) }
  }

  /// Adds other counts.
  func merge(_ other: DistributionBuilder) {
    for value in 0..<Self.smallCount { unsafe small[value] += other.small[value] }
    unsafe others.append(contentsOf: other.others.buffer)
  }

  /// The values, ascending.
  func values() -> [WeightedSample] {
    others.sort(by: <)
    var values = (0..<Self.smallCount).map { unsafe WeightedSample(value: Double($0), weight: small[$0]) }.filter { $0.weight > 0 }
    let fewCount = values.count
    for index in 0..<others.count {
      if values.last?.value == others[index] {
        values[values.count - 1].weight += 1
      } else {
        values.append(WeightedSample(value: others[index], weight: 1))
      }
    }
    // Negative values and fractions lie before and between the small whole numbers.
    return fewCount == values.count ? values : values.sorted { $0.value < $1.value }
  }
}
