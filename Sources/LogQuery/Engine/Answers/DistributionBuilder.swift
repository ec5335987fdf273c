import Statistics

/// Counts how many groups have which value. It owns the memory in which it counts.
@safe
final class DistributionBuilder {
  /// By value, for the small whole numbers that most values are.
  private let small: UnsafeMutablePointer<Int>
  private var others: BudgetedArray<Double>
  private let budget: MemoryBudget

  private static let smallCount = 1_024

  init(_ budget: MemoryBudget) {
    unsafe small = .allocate(capacity: Self.smallCount)
    unsafe small.initialize(repeating: 0, count: Self.smallCount)
    self.budget = budget
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
  func values() -> SampleList {
    others.sort(by: <)
    var values = BudgetedArray<WeightedSample>(budget)
    for value in 0..<Self.smallCount {
      let weight = unsafe small[value]
      if weight > 0 { values.append(WeightedSample(value: Double(value), weight: weight)) }
    }
    let smallCount = values.count
    for index in 0..<others.count {
      let last = values.count - 1
      if last >= smallCount, values[last].value == others[index] {
        values[last].weight += 1
      } else {
        values.append(WeightedSample(value: others[index], weight: 1))
      }
    }
    // Negative values and fractions lie before and between the small whole numbers.
    if smallCount > 0, smallCount < values.count, values[smallCount].value < values[smallCount - 1].value {
      values.sort { $0.value < $1.value }
    }
    return SampleList(values)
  }
}
