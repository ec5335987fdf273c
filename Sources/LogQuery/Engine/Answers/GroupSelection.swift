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
  /// The places of their prefixes in order, where only some keys are one.
  private let ranks: [WordPair: Int]
  /// Number of prefixes, with those not kept.
  private let prefixCount: Int

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
      let (ranks, count) = Self.bestPrefixes(groups, top.count, prefix)
      self.ranks = ranks
      prefixCount = count
      kept = OrderedGroups(keys)
      groups.forEach { if let rank = ranks[keys.prefix($0.key, prefix)] { kept.add($0, rank: rank) } }
    } else {
      ranks = [:]
      prefixCount = groups.counted.keyCount
      kept = OrderedGroups(keys, expecting: top == nil ? prefixCount : best.count)
      if top == nil { groups.forEach { kept.add($0) } }
      for index in 0..<best.count { kept.add(best[index]) }
    }
    kept.sort()
  }

  /// The ranks of the prefixes with the greatest values, and the number of all prefixes.
  private static func bestPrefixes(_ groups: GroupValues, _ limit: Int, _ prefix: Int) -> ([WordPair: Int], Int) {
    let keys = groups.keys
    let room = keys.reader.dictionary.room
    let prefixes = KeyClasses(room) { keys.prefix($0, prefix) }
    groups.counted.forEach { key, count in prefixes.add(key, rows: count) }
    let values = groups.plan.measures.first.map { groups.measures.values($0, over: prefixes.classes) }
    var best = TopGroups<WordPair>(limit, room.budget) { keys.isBefore(keys.words($0, count: prefix), keys.words($1, count: prefix)) }
    for number in 0..<prefixes.count { best.add(prefixes.key(number), value: values?.number(number) ?? -.infinity) }
    let elements = best.elements()
    var ranks: [WordPair: Int] = [:]
    for rank in 0..<elements.count { ranks[elements[rank]] = rank }
    return (ranks, prefixes.count)
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
    let rows = CountedRows(some, keys, columns)
    return some.count <= Self.fewRows ? GroupRows((0..<some.count).map(rows.row)) : GroupRows(rows)
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
  func rest(allRows: Int) -> (rows: [ResultTable.Row], groups: Int) {
    guard let top else { return ([], 0) }
    if prefix == keys.sources.count, groups.plan.measures == [.count] {
      let left = groups.counted.keyCount - kept.count
      let rows = allRows - kept.rows
      return left == 0 ? ([], 0) : ([ResultTable.Row(keys: [], values: [.integer(Int64(rows))], count: rows)], left)
    }
    return top.count >= groups.counted.keyCount ? ([], 0) : mergedRest()
  }

  private func mergedRest() -> (rows: [ResultTable.Row], groups: Int) {
    let (keys, prefix) = (keys, prefix)
    let suffixes = KeyClasses(keys.reader.dictionary.room) { keys.suffix($0, from: prefix) }
    let index = kept.index()
    groups.counted.forEach { key, count in if index.existingNumber(of: key) == nil { suffixes.add(key, rows: count) } }
    let known = suffixes.classes
    let classes = MeasureValues.Classes(
      count: known.count, of: { index.existingNumber(of: $0) == nil ? known.of($0) : nil }, rows: known.rows, areGroups: false)
    let columns = groups.plan.measures.map { groups.measures.values($0, over: classes) }
    let words = (0..<suffixes.count).map { keys.words(suffixes.key($0), count: keys.sources.count - prefix) }
    let ordered = words.indices.sorted { left, right in
      let (value, other) = (columns.first?.number(left) ?? -.infinity, columns.first?.number(right) ?? -.infinity)
      return value == other ? keys.isBefore(words[left], words[right], from: prefix) : value > other
    }
    let merged = ordered.map { number in
      ResultTable.Row(
        keys: zip(words[number], keys.sources.dropFirst(prefix)).map { keys.reader.value($0, of: $1) },
        values: columns.map { $0[number] }, count: known.rows(number))
    }
    return (merged, prefixCount - (ranks.isEmpty ? kept.count : ranks.count))
  }
}
