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
  /// The places of their prefixes in order, where only some keys are one.
  private let ranks: [WordPair: Int]
  /// Number of prefixes, with those not kept.
  private let prefixCount: Int

  private var keys: GroupKeys { groups.keys }

  /// How many of the groups with the greatest values a selection needs to be given; nil for all of them, where there is no top. Those of
  /// the best prefixes it finds itself.
  static func surveyLimit(_ plan: ScanPlan.QueryPlan) -> Int? {
    plan.query.top.map { $0.prefix >= plan.sources.count ? $0.count : 0 }
  }

  /// A selection of groups, of which `best` are the first by value: see ``surveyLimit(_:)``.
  init(_ groups: GroupValues, best: [Group]) {
    self.groups = groups
    top = groups.plan.query.top
    let prefix = min(max(1, top?.prefix ?? groups.keys.sources.count), groups.keys.sources.count)
    self.prefix = prefix
    if let top, prefix < groups.keys.sources.count {
      let (ranks, count) = Self.bestPrefixes(groups, top.count, prefix)
      self.ranks = ranks
      prefixCount = count
      var members: [Group] = []
      groups.forEach { if ranks[groups.keys.prefix($0.key, prefix)] != nil { members.append($0) } }
      kept = Self.sorted(members, groups.keys, ranks, prefix)
    } else {
      ranks = [:]
      prefixCount = groups.counted.keyCount
      kept = Self.sorted(best, groups.keys, [:], prefix)
    }
  }

  /// The ranks of the prefixes with the greatest values, and the number of all prefixes.
  private static func bestPrefixes(_ groups: GroupValues, _ limit: Int, _ prefix: Int) -> ([WordPair: Int], Int) {
    let keys = groups.keys
    let prefixes = KeyClasses(keys.reader.dictionary.room) { keys.prefix($0, prefix) }
    groups.counted.forEach { key, count in prefixes.add(key, rows: count) }
    let values = groups.plan.measures.first.map { groups.measures.values($0, over: prefixes.classes) } ?? []
    var best = TopGroups<WordPair>(limit) { keys.isBefore(keys.words($0, count: prefix), keys.words($1, count: prefix)) }
    for number in 0..<prefixes.count { best.add(prefixes.key(number), value: values[number].number ?? -.infinity) }
    return (Dictionary(uniqueKeysWithValues: best.elements().enumerated().map { ($0.element.element, $0.offset) }), prefixes.count)
  }

  /// In order of time if that is the first key, else of the prefix's rank, then of the group's value, then of the keys.
  private static func sorted(_ groups: [Group], _ keys: GroupKeys, _ ranks: [WordPair: Int], _ prefix: Int) -> [Group] {
    let isTimeline = if case .timeBin? = keys.sources.first { true } else { false }
    let places = groups.map { group in
      let rank =
        isTimeline ? Int(bitPattern: UInt(keys.words(group.key)[0])) : ranks.isEmpty ? 0 : ranks[keys.prefix(group.key, prefix)] ?? 0
      return (rank: rank, order: keys.leadingOrder(group.key), group: group)
    }
    return places.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      if left.group.value != right.group.value { return left.group.value > right.group.value }
      return left.order == right.order ? keys.isBefore(left.group.key, right.group.key) : left.order < right.order
    }.map(\.group)
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
    let (keys, prefix) = (keys, prefix)
    let suffixes = KeyClasses(keys.reader.dictionary.room) { keys.suffix($0, from: prefix) }
    let keptKeys = Set(kept.map(\.key))
    groups.counted.forEach { key, count in if !keptKeys.contains(key) { suffixes.add(key, rows: count) } }
    let known = suffixes.classes
    let classes = MeasureValues.Classes(
      count: known.count, of: { keptKeys.contains($0) ? nil : known.of($0) }, rows: known.rows, areGroups: false)
    let columns = groups.plan.measures.map { groups.measures.values($0, over: classes) }
    let words = (0..<suffixes.count).map { keys.words(suffixes.key($0), count: keys.sources.count - prefix) }
    let ordered = words.indices.sorted { left, right in
      let (value, other) = (columns.first?[left].number ?? -.infinity, columns.first?[right].number ?? -.infinity)
      return value == other ? keys.isBefore(words[left], words[right], from: prefix) : value > other
    }
    let merged = ordered.map { number in
      ResultTable.Row(
        keys: zip(words[number], keys.sources.dropFirst(prefix)).map { keys.reader.value($0, of: $1) },
        values: columns.map { $0[number] }, count: known.rows[number])
    }
    return (merged, prefixCount - (ranks.isEmpty ? kept.count : ranks.count))
  }
}
