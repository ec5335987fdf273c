/// Groups put into classes by a part of their keys.
final class KeyClasses {
  private let index: KeyIndex<WordPair>
  private var rows: BudgetedArray<Int>
  private let part: (WordPair) -> WordPair

  /// Classes of groups for which `part` gives the same.
  init(_ room: KeyRoom, by part: @escaping (WordPair) -> WordPair) {
    index = KeyIndex(room)
    rows = BudgetedArray(room.budget)
    self.part = part
  }

  /// Number of classes.
  var count: Int { rows.count }

  /// What the groups of a class have in common.
  func key(_ number: Int) -> WordPair { index.key(number) }

  /// The class of what its groups have in common; nil if there is none.
  func number(of key: WordPair) -> Int? { index.existingNumber(of: key) }

  /// Puts a group into its class.
  func add(_ key: WordPair, rows count: Int) {
    let number = index.number(of: part(key))
    if number == rows.count { rows.append(count) } else { rows[number] += count }
  }

  /// Rows in a class.
  func rows(_ number: Int) -> Int { rows[number] }

  /// The classes, to work out measures over.
  var classes: MeasureValues.Classes {
    MeasureValues.Classes(
      count: count, of: { [self] in index.existingNumber(of: part($0)) }, rows: rows, areGroups: false)
  }
}
