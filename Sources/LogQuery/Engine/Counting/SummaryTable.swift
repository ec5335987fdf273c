import LogRecords

/// Summaries of numbers by the keys of their rows; a key is one or two words, the second 0 where there is one.
final class SummaryTable {
  private let index: KeyIndex<WordPair>
  private var summaries: BudgetedArray<NumberSummary>

  init(_ room: KeyRoom) {
    index = KeyIndex(room)
    summaries = BudgetedArray(room.budget)
  }

  /// Whether no number was added.
  var isEmpty: Bool { index.count == 0 }

  /// Calls `body` with every key and its summary, in no order that means anything.
  func forEach(_ body: (WordPair, NumberSummary) -> Void) {
    for number in 0..<index.count { body(index.key(number), summaries[number]) }
  }

  /// Adds a number to a key's summary.
  func add(_ number: Number, to key: WordPair) { update(key) { $0.add(number) } }

  /// Adds the summaries of another table.
  func merge(_ other: SummaryTable) { other.forEach { key, summary in add(summary, to: key) } }

  /// Adds a summary to a key's.
  func add(_ summary: NumberSummary, to key: WordPair) { update(key) { $0.merge(summary) } }

  @inline(__always)
  private func update(_ key: WordPair, _ change: (inout NumberSummary) -> Void) {
    let number = index.number(of: key)
    if number == summaries.count { summaries.append(NumberSummary()) }
    change(&summaries[number])
  }
}
