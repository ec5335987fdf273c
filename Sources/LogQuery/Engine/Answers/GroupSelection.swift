import CivilTime
import LogRecords
import SafeText

/// The groups of an answer: which are kept, in which order, and what becomes of the rest.
struct GroupSelection {
  typealias Group = AnswerBuilder.Group

  private let groups: GroupValues
  private let top: Query.Top?
  /// Number of keys that make a group here.
  private let prefix: Int
  /// The groups kept, in order.
  let kept: [Group]
  /// The values of their prefixes, where only some keys are one.
  private let prefixes: [[UInt64]: Double]

  private var keys: GroupKeys { groups.keys }

  /// Whether the groups kept are simply those with the greatest values: where a top is wanted of groups by all their keys.
  static func takesBest(_ plan: ScanPlan.QueryPlan) -> Bool { plan.query.top.map { $0.prefix >= plan.sources.count } ?? false }

  /// A selection of groups, of which `best` are those with the greatest values if ``takesBest(_:)``, else all.
  init(_ groups: GroupValues, best: [Group]) {
    self.groups = groups
    top = groups.plan.query.top
    let prefix = min(max(1, top?.prefix ?? groups.keys.sources.count), groups.keys.sources.count)
    self.prefix = prefix
    if let top, !Self.takesBest(groups.plan) {
      let prefixes = Self.bestPrefixes(groups, top.count, prefix)
      self.prefixes = prefixes
      let members = best.filter { prefixes[Array(groups.keys.words($0.key).prefix(prefix))] != nil }
      kept = Self.sorted(members, groups.keys, prefixes, prefix)
    } else {
      prefixes = [:]
      kept = Self.sorted(best, groups.keys, [:], prefix)
    }
  }

  /// The prefixes with the greatest values.
  private static func bestPrefixes(_ groups: GroupValues, _ limit: Int, _ prefix: Int) -> [[UInt64]: Double] {
    var index: [[UInt64]: Int] = [:]
    var rows: [Int] = []
    groups.counted.forEach { key, count in
      let words = Array(groups.keys.words(key).prefix(prefix))
      if let number = index[words] {
        rows[number] += count
      } else {
        index[words] = rows.count
        rows.append(count)
      }
    }
    let classes = MeasureValues.Classes(
      count: rows.count, of: { index[Array(groups.keys.words($0).prefix(prefix))] }, rows: rows, areGroups: false)
    let values = groups.plan.measures.first.map { groups.measures.values($0, over: classes) } ?? []
    var best = TopGroups<[UInt64]>(limit) { groups.keys.isBefore($0, $1) }
    for (words, number) in index { best.add(words, value: values[number].number ?? -.infinity) }
    return Dictionary(uniqueKeysWithValues: best.elements().map { ($0.element, $0.value) })
  }

  /// In order of time if that is the first key, else of the prefix's value, then of the group's, then of the keys.
  private static func sorted(_ groups: [Group], _ keys: GroupKeys, _ prefixes: [[UInt64]: Double], _ prefix: Int) -> [Group] {
    let isTimeline = if case .timeBin? = keys.sources.first { true } else { false }
    return groups.sorted { left, right in
      if isTimeline || !prefixes.isEmpty {
        let (first, second) = (keys.words(left.key), keys.words(right.key))
        if isTimeline, first[0] != second[0] { return Int64(bitPattern: first[0]) < Int64(bitPattern: second[0]) }
        let (one, other) = (Array(first.prefix(prefix)), Array(second.prefix(prefix)))
        if !isTimeline, one != other {
          let (value, otherValue) = (prefixes[one] ?? 0, prefixes[other] ?? 0)
          return value == otherValue ? keys.isBefore(one, other) : value > otherValue
        }
      }
      return left.value == right.value ? keys.isBefore(left.key, right.key) : left.value > right.value
    }
  }

  /// Groups as rows of the answer.
  func rows(_ some: [Group]) -> [ResultTable.Row] {
    let index = Dictionary(uniqueKeysWithValues: some.enumerated().map { ($0.element.key, $0.offset) })
    let classes = MeasureValues.Classes(count: some.count, of: { index[$0] }, rows: some.map(\.rows), areGroups: true)
    let columns = groups.plan.measures.map { groups.measures.values($0, over: classes) }
    return some.enumerated().map { place, group in
      ResultTable.Row(keys: keys.values(group.key), values: columns.map { $0[place] }, count: group.rows)
    }
  }

  /// The groups not kept whose first key is one of some texts.
  func pinned(_ texts: Set<ByteString>) -> [Group] {
    let words = Set(texts.compactMap(word))
    guard !words.isEmpty else { return [] }
    let kept = Set(kept.map(\.key))
    var pinned: [Group] = []
    groups.forEach { group in
      let first = keys.sources.count < 3 ? group.key.first : keys.words(group.key)[0]
      if words.contains(first), !kept.contains(group.key) { pinned.append(group) }
    }
    return Self.sorted(pinned, keys, [:], prefix)
  }

  /// The word of the first key that a text stands for.
  private func word(_ text: ByteString) -> UInt64? {
    switch keys.sources[0] {
    case .timeBin: return TimestampParser().parse(text.bytes).map { UInt64(bitPattern: $0.nanoseconds) }
    case .number: return NumberParser.parse(text.bytes).map { NumberWord.word($0) { keys.reader.dictionary.place(of: $0) } }
    case .text, .outcome:
      return KeyWord.inline(text.bytes) ?? KeyWord.make(.dictionary, keys.reader.dictionary.place(of: text.bytes))
    }
  }

  /// Everything not kept, merged by the keys after the prefix, and the number of prefixes in it.
  func rest(allRows: Int) -> (rows: [ResultTable.Row], groups: Int) {
    guard let top else { return ([], 0) }
    if prefix == keys.sources.count, groups.plan.measures == [.count] {
      let left = groups.counted.keyCount - kept.count
      let rows = allRows - kept.reduce(0) { $0 + $1.rows }
      return left == 0 ? ([], 0) : ([ResultTable.Row(keys: [], values: [.integer(Int64(rows))], count: rows)], left)
    }
    return top.count >= groups.counted.keyCount ? ([], 0) : mergedRest()
  }

  private func mergedRest() -> (rows: [ResultTable.Row], groups: Int) {
    let keptKeys = Set(kept.map(\.key))
    var index: [[UInt64]: Int] = [:]
    var rows: [Int] = []
    var left: Set<[UInt64]> = []
    groups.counted.forEach { key, count in
      guard !keptKeys.contains(key) else { return }
      let words = keys.words(key)
      left.insert(Array(words.prefix(prefix)))
      let suffix = Array(words.dropFirst(prefix))
      if let number = index[suffix] {
        rows[number] += count
      } else {
        index[suffix] = rows.count
        rows.append(count)
      }
    }
    let classes = MeasureValues.Classes(
      count: rows.count, of: { keptKeys.contains($0) ? nil : index[Array(keys.words($0).dropFirst(prefix))] }, rows: rows, areGroups: false)
    let columns = groups.plan.measures.map { groups.measures.values($0, over: classes) }
    let ordered = index.sorted { left, right in
      let (value, other) = (columns.first?[left.value].number ?? -.infinity, columns.first?[right.value].number ?? -.infinity)
      return value == other ? keys.isBefore(left.key, right.key, from: prefix) : value > other
    }
    let merged = ordered.map { suffix, number in
      ResultTable.Row(
        keys: suffix.enumerated().map { keys.reader.value($0.element, of: keys.sources[prefix + $0.offset]) },
        values: columns.map { $0[number] }, count: rows[number])
    }
    return (merged, left.count)
  }
}
