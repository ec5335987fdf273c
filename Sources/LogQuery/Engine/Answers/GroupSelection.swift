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
  let kept: OrderedGroups
  /// The prefixes with the greatest values, in order, where only some keys are one.
  private let bestPrefixes: KeyIndex<WordPair>?
  /// All prefixes, with those not kept.
  private let allPrefixes: KeyClasses?

  private var keys: GroupKeys { groups.keys }

  /// How many of the groups with the greatest values a selection needs to be given; those of the best prefixes, and all groups where there
  /// is no top, it finds itself.
  static func surveyLimit(_ plan: ScanPlan.QueryPlan) -> Int {
    plan.query.top.map { $0.prefix >= plan.sources.count ? $0.count : 0 } ?? 0
  }

  /// A selection of groups, of which `best` are the first by value: see ``surveyLimit(_:)``.
  init(_ groups: GroupValues, best: borrowing BudgetedArray<Group>) {
    self.groups = groups
    let keys = groups.keys
    top = groups.plan.query.top
    let prefix = min(max(1, top?.prefix ?? keys.sources.count), keys.sources.count)
    self.prefix = prefix
    if let top, prefix < keys.sources.count {
      let prefixes = KeyClasses(keys.reader.dictionary.room) { keys.prefix($0, prefix) }
      groups.counted.forEach { key, count in prefixes.add(key, rows: count) }
      let ranks = Self.best(top.count, of: prefixes, groups, prefix)
      let kept = OrderedGroups(keys)
      groups.forEach { if let rank = ranks.existingNumber(of: keys.prefix($0.key, prefix)) { kept.add($0, rank: rank) } }
      (self.kept, bestPrefixes, allPrefixes) = (kept, ranks, prefixes)
    } else {
      (bestPrefixes, allPrefixes) = (nil, nil)
      kept = OrderedGroups(keys, expecting: top == nil ? groups.counted.keyCount : best.count)
      if top == nil { groups.forEach { kept.add($0) } }
      for index in 0..<best.count { kept.add(best[index]) }
    }
    kept.sort()
  }

  /// The prefixes with the greatest values, largest first.
  private static func best(_ limit: Int, of prefixes: KeyClasses, _ groups: GroupValues, _ prefix: Int) -> KeyIndex<WordPair> {
    let keys = groups.keys
    let room = keys.reader.dictionary.room
    let values = groups.plan.measures.first.map { groups.measures.values($0, over: prefixes.classes) }
    var best = TopGroups<WordPair>(limit, room.budget) { keys.isBefore(keys.words($0, count: prefix), keys.words($1, count: prefix)) }
    for number in 0..<prefixes.count { best.add(prefixes.key(number), value: values?.order(number) ?? .missing) }
    let elements = best.elements()
    let ranks = KeyIndex<WordPair>(room)
    for rank in 0..<elements.count { _ = ranks.number(of: elements[rank]) }
    return ranks
  }

  /// Each prefix kept as one group, largest first, and last all others together.
  func prefixRows() -> [ResultTable.Row] {
    guard let bestPrefixes, let allPrefixes else { return [] }
    let (keys, prefix, kept) = (keys, prefix, bestPrefixes.count)
    var rows = Array(repeating: 0, count: allPrefixes.count > kept ? kept + 1 : kept)
    func place(_ key: WordPair) -> Int { bestPrefixes.existingNumber(of: key) ?? kept }
    for number in 0..<allPrefixes.count { rows[place(allPrefixes.key(number))] += allPrefixes.rows(number) }
    let classes = MeasureValues.Classes(
      count: rows.count, of: { place(keys.prefix($0, prefix)) }, rows: { rows[$0] }, areGroups: false)
    let columns = groups.plan.measures.map { groups.measures.values($0, over: classes) }
    return rows.indices.map { place in
      let words = place < kept ? keys.words(bestPrefixes.key(place), count: prefix) : []
      return ResultTable.Row(
        keys: zip(words, keys.sources).map { keys.reader.value($0, of: $1) }, values: columns.map { $0[place] }, count: rows[place])
    }
  }

  /// Groups as rows of the answer.
  func rows(_ some: OrderedGroups) -> GroupRows {
    let measures = groups.plan.measures
    var columns: [MeasureColumn?] = measures.map { _ in nil }
    if measures.contains(where: { $0 != .count }) {
      let index = some.index()
      let classes = MeasureValues.Classes(
        count: some.count, of: { index.existingNumber(of: $0) }, rows: { some[$0].rows }, areGroups: true)
      columns = measures.map { $0 == .count ? nil : groups.measures.values($0, over: classes) }
    }
    return Self.rows(CountedRows(some, keys, columns))
  }

  private static func rows(_ counted: CountedRows) -> GroupRows {
    counted.count <= fewRows ? GroupRows((0..<counted.count).map(counted.row)) : GroupRows(counted)
  }

  /// So many rows are made at once, so that an answer does not hold on to all that was counted.
  private static let fewRows = 10_000

  /// The groups not kept whose first key is one of some texts.
  func pinned(_ texts: Set<ByteString>) -> OrderedGroups {
    let words = Set(texts.compactMap(word))
    let pinned = OrderedGroups(keys)
    guard !words.isEmpty else { return pinned }
    let kept = kept.index()
    groups.forEach { group in
      let first = keys.sources.count < 3 ? group.key.first : keys.words(group.key)[0]
      if words.contains(first), kept.existingNumber(of: group.key) == nil { pinned.add(group) }
    }
    pinned.sort()
    return pinned
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
  func rest(allRows: Int) -> (rows: GroupRows, groups: Int) {
    guard let top else { return ([], 0) }
    if prefix == keys.sources.count, groups.plan.measures == [.count] {
      let left = groups.counted.keyCount - kept.count
      let rows = allRows - kept.rows
      return left == 0 ? ([], 0) : ([ResultTable.Row(keys: [], values: [.integer(Int64(rows))], count: rows)], left)
    }
    return top.count >= groups.counted.keyCount ? ([], 0) : mergedRest()
  }

  private func mergedRest() -> (rows: GroupRows, groups: Int) {
    let (keys, prefix) = (keys, prefix)
    let suffixes = KeyClasses(keys.reader.dictionary.room) { keys.suffix($0, from: prefix) }
    let index = kept.index()
    groups.counted.forEach { key, count in if index.existingNumber(of: key) == nil { suffixes.add(key, rows: count) } }
    let known = suffixes.classes
    let classes = MeasureValues.Classes(
      count: known.count, of: { index.existingNumber(of: $0) == nil ? known.of($0) : nil }, rows: known.rows, areGroups: false)
    let columns = groups.plan.measures.map { groups.measures.values($0, over: classes) }
    let ordered = OrderedGroups(keys.afterPrefix(prefix), expecting: suffixes.count)
    for number in 0..<suffixes.count {
      ordered.add(Group(key: suffixes.key(number), rows: suffixes.rows(number), value: columns.first?.order(number) ?? .missing))
    }
    ordered.sort()
    let inOrder = columns.map { column in
      column.selecting(ordered.count) { suffixes.number(of: ordered[$0].key) ?? 0 }
    }
    let count = bestPrefixes.flatMap { best in allPrefixes.map { $0.count - best.count } } ?? groups.counted.keyCount - kept.count
    return (Self.rows(CountedRows(ordered, keys.afterPrefix(prefix), inOrder)), count)
  }
}
