import LogRecords
import SafeText
import Statistics

/// Makes the table that answers a query from what a pass counted.
struct AnswerBuilder {
  let totals: ScanTotals
  let plan: ScanPlan.QueryPlan

  /// A group and the value that orders it.
  struct Group: BitwiseCopyable {
    var key: WordPair
    var rows: Int
    var value: SplitNumber
  }

  /// The answer.
  func table() -> ResultTable {
    var table = ResultTable(query: plan.query, matched: totals.matched[plan.filter])
    table.span = totals.span
    table.binWidth = totals.span == nil ? nil : plan.bin?.width
    table.withoutNumbers = zip(plan.query.measures, plan.measures).filter { hasNoNumbers($1) }.map(\.0)
    table.references = Array(totals.references[plan.filter].prefix(plan.query.rowLimit))
    if let counter = plan.counter {
      fill(&table, from: totals.counted(counter))
    } else {
      fillSingle(&table)
    }
    return table
  }

  /// One group of all rows, even if there is none.
  private func fillSingle(_ table: inout ResultTable) {
    let keys = GroupKeys(reader: totals.reader)
    let classes = MeasureValues.Classes(count: 1, of: { _ in 0 }, rows: { [matched = table.matched] _ in matched }, areGroups: true)
    table.totals = plan.measures.map { MeasureValues(totals: totals, keys: keys).values($0, over: classes)[0] }
    table.rows = [ResultTable.Row(keys: [], values: table.totals, count: table.matched)]
    table.groupCount = 1
    table.distribution = table.totals.first?.number.map { [WeightedSample(value: $0, weight: 1)] } ?? []
  }

  private func fill(_ table: inout ResultTable, from counted: CountedKeys) {
    let keys = GroupKeys(plan.sources, reader: totals.reader, counted: counted)
    let groups = GroupValues(totals: totals, plan: plan, keys: keys, counted: counted)
    let isOneRow = plan.query.mostBins.map(hasMoreBins) ?? false
    var survey = groups.survey(limit: isOneRow ? 0 : GroupSelection.surveyLimit(plan))
    table.groupCount = survey.groupCount
    table.distribution = survey.distribution.values()
    table.keyDistribution = keyDistribution(counted)
    table.noValue = counted.noValue
    table.rowsPastLimit = counted.rowsPastLimit
    let allRows = survey.rows + counted.rowsPastLimit
    let everything = MeasureValues.Classes(count: 1, of: { _ in 0 }, rows: { _ in allRows }, areGroups: false)
    table.totals = plan.measures.map { groups.measures.values($0, over: everything)[0] }
    if isOneRow {
      table.rest = [ResultTable.Row(keys: [], values: table.totals, count: allRows)]
      table.restGroups = survey.groupCount
      return
    }
    let selection = GroupSelection(groups, best: survey.best.elements())
    table.rows = selection.rows(selection.kept)
    table.pinned = Array(selection.rows(selection.pinned(plan.query.pinned)))
    table.prefixes = selection.prefixRows()
    (table.rest, table.restGroups) = selection.rest(allRows: survey.rows)
    if table.isPastLimit { addRowsPastLimit(to: &table) }
  }

  /// Puts the rows that no group was kept for to the rest; they are rows and nothing else.
  private func addRowsPastLimit(to table: inout ResultTable) {
    table.rest = GroupRows(addingRowsPastLimit(table.rowsPastLimit, to: Array(table.rest)))
    if !table.prefixes.isEmpty { table.prefixes = addingRowsPastLimit(table.rowsPastLimit, to: table.prefixes) }
  }

  private func addingRowsPastLimit(_ count: Int, to rows: [ResultTable.Row]) -> [ResultTable.Row] {
    var rows = rows
    let place = rows.firstIndex { $0.keys.isEmpty } ?? rows.count
    if place == rows.count { rows.append(ResultTable.Row(keys: [], values: [], count: 0)) }
    rows[place].count += count
    rows[place].values = plan.measures.map { _ in .integer(Int64(rows[place].count)) }
    return rows
  }

  private func hasNoNumbers(_ measure: ScanPlan.MeasurePlan) -> Bool {
    switch measure {
    case .count, .distinct: false
    case .summary(let index, _): totals.summaries[index].isEmpty
    case .quantile(let counter, _): totals.counters[counter].keyCount == 0
    }
  }

  private func keyDistribution(_ counted: CountedKeys) -> SampleList {
    guard plan.sources.count == 1, case .number = plan.sources[0] else { return [] }
    var samples = BudgetedArray<WeightedSample>(totals.reader.dictionary.room.budget, capacity: counted.keyCount)
    counted.forEach { key, count in samples.append(WeightedSample(value: totals.reader.number(key.first).double, weight: count)) }
    // Whole numbers that differ may be one double: their order must not come from a table.
    samples.sort { ($0.value, $0.weight) < ($1.value, $1.weight) }
    return SampleList(samples)
  }

  /// Whether the source has room for more than so many time bins.
  private func hasMoreBins(than most: Int) -> Bool {
    guard let span = totals.span, let width = plan.bin?.width else { return false }
    return TimelineGrid(from: span.lowerBound, to: span.upperBound, width: width).count > most
  }
}
