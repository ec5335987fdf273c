import LogRecords
import SafeText

/// All groups of a query with their first measure.
struct GroupValues {
  let plan: ScanPlan.QueryPlan
  let keys: GroupKeys
  let counted: CountedKeys
  let measures: MeasureValues
  /// The first measure by group, where it is not the number of rows.
  private let first: (index: KeyIndex<WordPair>, values: MeasureColumn)?

  init(totals: ScanTotals, plan: ScanPlan.QueryPlan, keys: GroupKeys, counted: CountedKeys) {
    self.plan = plan
    self.keys = keys
    self.counted = counted
    measures = MeasureValues(totals: totals, keys: keys)
    guard let measure = plan.measures.first, measure != .count else {
      first = nil
      return
    }
    let index = KeyIndex<WordPair>(totals.reader.dictionary.room)
    counted.forEach { key, _ in _ = index.number(of: key) }
    let classes = MeasureValues.Classes(count: index.count, of: { index.existingNumber(of: $0) }, rows: { _ in 0 }, areGroups: true)
    first = (index, measures.values(measure, over: classes))
  }

  /// Calls `body` with every group, in no order that means anything.
  func forEach(_ body: (AnswerBuilder.Group) -> Void) {
    counted.forEach { key, count in body(AnswerBuilder.Group(key: key, rows: count, value: value(key, rows: count))) }
  }

  private func value(_ key: WordPair, rows: Int) -> SplitNumber {
    guard let first else { return SplitNumber(rows: rows) }
    return first.index.existingNumber(of: key).map(first.values.order) ?? .missing
  }

  /// Looks at all groups, keeping the `limit` best.
  func survey(limit: Int) -> GroupSurvey {
    var whole = GroupSurvey(keys, limit: limit)
    if first != nil {
      forEach { whole.add($0) }
      return whole
    }
    let boxes = (0..<counted.shareCount).map { _ in SurveyBox(keys, limit: limit) }
    let (counted, shares) = (counted, boxes.count)
    Lanes.run(boxes.enumerated().map { share, box in { box.look(at: counted, share: share, of: shares) } })
    for box in boxes { whole.merge(box.survey) }
    return whole
  }

  /// What one thread sees of the groups; nobody else looks at it before all are done.
  private final class SurveyBox: @unchecked Sendable {
    private(set) var survey: GroupSurvey

    init(_ keys: GroupKeys, limit: Int) { survey = GroupSurvey(keys, limit: limit) }

    func look(at counted: CountedKeys, share: Int, of shares: Int) { survey.add(counted, share: share, of: shares) }
  }
}
