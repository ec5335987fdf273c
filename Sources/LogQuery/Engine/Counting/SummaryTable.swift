import LogRecords

/// Summaries of numbers by the keys of their rows; a key is one or two words, the second 0 where there is one.
struct SummaryTable {
  private var index: KeyIndex<WordPair>
  private var summaries: [NumberSummary] = []

  init(hash: KeyHash) { index = KeyIndex(hash: hash) }

  /// The keys and their summaries, in no order that means anything.
  var entries: Zip2Sequence<[WordPair], [NumberSummary]> { zip(index.keys, summaries) }

  /// Adds a number to a key's summary.
  mutating func add(_ number: Number, to key: WordPair) { update(key) { $0.add(number) } }

  /// Adds the summaries of another table.
  mutating func merge(_ other: SummaryTable) {
    for (key, summary) in other.entries { update(key) { $0.merge(summary) } }
  }

  @inline(__always)
  private mutating func update(_ key: WordPair, _ change: (inout NumberSummary) -> Void) {
    let number = index.number(of: key)
    if number == summaries.count { summaries.append(NumberSummary()) }
    change(&summaries[number])
  }
}
