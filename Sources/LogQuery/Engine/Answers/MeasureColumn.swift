import LogRecords

/// The values of a measure, one for each of some classes; a class may have none.
final class MeasureColumn {
  private var numbers: BudgetedArray<Number?>
  private let budget: MemoryBudget

  /// The values that `number` gives for the classes from 0.
  init(_ budget: MemoryBudget, count: Int, _ number: (Int) -> Number?) {
    self.budget = budget
    numbers = BudgetedArray(budget, capacity: count)
    for index in 0..<count { numbers.append(number(index)) }
  }

  /// The value of a class.
  subscript(index: Int) -> Value { numbers[index].map(Value.init) ?? .missing }

  /// The value of a class, to be put in order by.
  func order(_ index: Int) -> SplitNumber { SplitNumber(numbers[index]) }

  /// The values of so many classes that `place` picks out.
  func selecting(_ count: Int, _ place: (Int) -> Int) -> MeasureColumn { MeasureColumn(budget, count: count) { numbers[place($0)] } }
}
