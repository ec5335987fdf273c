import LogRecords

/// What one look at all groups tells: their rows, the distribution of their values and the best of them.
///
/// Millions of groups are looked at by several threads, each at its share; the surveys add up to the same in any case.
struct GroupSurvey: ~Copyable {
  private(set) var rows = 0
  private(set) var groupCount = 0
  let distribution: DistributionBuilder
  var best: TopGroups<AnswerBuilder.Group>

  /// A survey that keeps the `limit` groups with the greatest values.
  init(_ keys: GroupKeys, limit: Int) {
    let budget = keys.reader.dictionary.room.budget
    distribution = DistributionBuilder(budget)
    best = TopGroups(limit, budget) { keys.isBefore($0.key, $1.key) }
  }

  /// Looks at one more group, whose value is its number of rows.
  @inline(__always)
  mutating func add(_ key: WordPair, rows: Int) {
    self.rows += rows
    groupCount += 1
    distribution.add(rows: rows)
    let value = SplitNumber(rows: rows)
    if best.mayKeep(value) { best.add(AnswerBuilder.Group(key: key, rows: rows, value: value), value: value) }
  }

  /// Looks at one of `shares` shares of the keys.
  mutating func add(_ counted: CountedKeys, share: Int, of shares: Int) {
    counted.forEach(inShare: share, of: shares) { key, rows in add(key, rows: rows) }
  }

  /// Looks at one more group.
  mutating func add(_ group: AnswerBuilder.Group) {
    rows += group.rows
    groupCount += 1
    distribution.add(group.value.double)
    best.add(group, value: group.value)
  }

  /// Adds what another thread saw.
  mutating func merge(_ other: borrowing GroupSurvey) {
    rows += other.rows
    groupCount += other.groupCount
    distribution.merge(other.distribution)
    best.merge(other.best)
  }
}
