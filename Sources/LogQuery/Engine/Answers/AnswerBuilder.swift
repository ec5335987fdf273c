import LogRecords
import SafeText

/// Makes the table that answers a query from what a pass counted.
struct AnswerBuilder {
  let totals: ScanTotals
  let plan: ScanPlan.QueryPlan

  /// A group and the value that orders it.
  struct Group {
    var key: WordPair
    var rows: Int
    var value: Double
  }

  /// The answer.
  func table() -> ResultTable {
    var table = ResultTable(query: plan.query, matched: totals.matched[plan.filter])
    table.references = Array(totals.references[plan.filter].prefix(plan.query.rowLimit))
    if let counter = plan.counter {
      fill(&table, from: totals.counters[counter])
    } else {
      fillSingle(&table)
    }
    return table
  }

  /// One group of all rows, even if there is none.
  private func fillSingle(_ table: inout ResultTable) {
    let keys = GroupKeys(reader: totals.reader)
    let classes = MeasureValues.Classes(count: 1, of: { _ in 0 }, rows: [table.matched], areGroups: true)
    table.totals = plan.measures.map { MeasureValues(totals: totals, keys: keys).values($0, over: classes)[0] }
    table.rows = [ResultTable.Row(keys: [], values: table.totals, count: table.matched)]
    table.groupCount = 1
    table.distribution = table.totals.first?.number.map { [ResultTable.WeightedValue(value: $0, groups: 1)] } ?? []
  }

  private func fill(_ table: inout ResultTable, from counted: CountedKeys) {
    let keys = GroupKeys(plan.sources, reader: totals.reader, counted: counted)
    let groups = GroupValues(totals: totals, plan: plan, keys: keys, counted: counted)
    var survey = groups.survey(limit: GroupSelection.takesBest(plan) ? plan.query.top?.count : nil)
    table.groupCount = survey.groupCount
    table.distribution = survey.distribution.values
    table.noValue = counted.noValue
    let everything = MeasureValues.Classes(count: 1, of: { _ in 0 }, rows: [survey.rows], areGroups: false)
    table.totals = plan.measures.map { groups.measures.values($0, over: everything)[0] }
    if let most = plan.query.mostBins, hasMoreBins(than: most, counted, keys) {
      table.rest = [ResultTable.Row(keys: [], values: table.totals, count: survey.rows)]
      table.restGroups = survey.groupCount
      return
    }
    let selection = GroupSelection(groups, best: survey.best.elements().map(\.element))
    table.rows = selection.rows(selection.kept)
    table.pinned = selection.rows(selection.pinned(plan.query.pinned))
    (table.rest, table.restGroups) = selection.rest(allRows: survey.rows)
  }

  /// Whether the groups have more than so many time bins; looks at no more groups than it takes to tell.
  private func hasMoreBins(than most: Int, _ counted: CountedKeys, _ keys: GroupKeys) -> Bool {
    guard let bin = plan.sources.firstIndex(where: { if case .timeBin = $0 { true } else { false } }) else { return false }
    var seen: Set<UInt64> = []
    return counted.contains { key in
      seen.insert(keys.words(key)[bin])
      return seen.count > most
    }
  }
}
