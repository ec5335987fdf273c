import LogRecords
import SafeText

/// All groups of a query with their first measure.
struct GroupValues {
  let plan: ScanPlan.QueryPlan
  let keys: GroupKeys
  let counted: CountedKeys
  let measures: MeasureValues
  /// The first measure by group, where it is not the number of rows.
  private let values: [WordPair: Double]?

  init(totals: ScanTotals, plan: ScanPlan.QueryPlan, keys: GroupKeys, counted: CountedKeys) {
    self.plan = plan
    self.keys = keys
    self.counted = counted
    measures = MeasureValues(totals: totals, keys: keys)
    guard let first = plan.measures.first, first != .count else {
      values = nil
      return
    }
    var index = KeyIndex<WordPair>(hash: totals.reader.dictionary.hash)
    var rows: [Int] = []
    counted.forEach { key, count in
      _ = index.number(of: key)
      rows.append(count)
    }
    let found = measures.values(
      first, over: MeasureValues.Classes(count: rows.count, of: { index.existingNumber(of: $0) }, rows: rows, areGroups: true))
    values = Dictionary(uniqueKeysWithValues: zip(index.keys, found.map { $0.number ?? -.infinity }))
  }

  /// Calls `body` with every group, in no order that means anything; a group whose value is missing comes with minus infinity.
  func forEach(_ body: (AnswerBuilder.Group) -> Void) {
    if let values {
      counted.forEach { key, count in body(AnswerBuilder.Group(key: key, rows: count, value: values[key] ?? -.infinity)) }
    } else {
      counted.forEach { key, count in body(AnswerBuilder.Group(key: key, rows: count, value: Double(count))) }
    }
  }

  /// Looks at all groups, keeping the `limit` best, or all.
  func survey(limit: Int?) -> GroupSurvey {
    if let values {
      var survey = GroupSurvey(keys, limit: limit)
      counted.forEach { key, count in survey.add(AnswerBuilder.Group(key: key, rows: count, value: values[key] ?? -.infinity)) }
      return survey
    }
    let surveys = (0..<counted.shareCount).map { _ in SurveyBox(GroupSurvey(keys, limit: limit)) }
    Lanes.run(surveys.enumerated().map { share, box in { box.look(at: counted, share: share, of: surveys.count) } })
    return surveys.dropFirst().reduce(into: surveys[0].survey) { $0.merge($1.survey) }
  }

  /// What one thread sees of the groups; nobody else looks at it before all are done.
  private final class SurveyBox: @unchecked Sendable {
    private(set) var survey: GroupSurvey

    init(_ survey: GroupSurvey) { self.survey = survey }

    func look(at counted: CountedKeys, share: Int, of shares: Int) {
      var survey = survey
      counted.forEach(inShare: share, of: shares) { key, count in survey.add(key, rows: count) }
      self.survey = survey
    }
  }
}
