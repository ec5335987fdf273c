import LogRecords

/// The values of a measure, one for each of some classes; a class may have none.
final class MeasureColumn {
  private var numbers: BudgetedArray<Number?>

  /// The values that `number` gives for the classes from 0.
  init(_ budget: MemoryBudget, count: Int, _ number: (Int) -> Number?) {
    numbers = BudgetedArray(budget, capacity: count)
    for index in 0..<count { numbers.append(number(index)) }
  }

  /// The value of a class.
  subscript(index: Int) -> Value { numbers[index].map(Value.init) ?? .missing }

  /// The value of a class as a double.
  func number(_ index: Int) -> Double? { numbers[index]?.double }
}
