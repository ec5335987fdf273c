import LogQuery
import SVGCharts
import SafeText

/// `bar`: groups by size, largest first, perhaps with each bar split by a second column.
struct BarFigure: FigureKind {
  static let name = "bar"
  static let keys = ["by", "measure", "top", "stack", "group_limit"]

  private let grouping: Grouping
  private let stack: String?
  private let filter: Expression?

  init(_ mapping: YAMLMapping, settings: FigureSettings) {
    let measure = mapping.measure("measure", default: .count)
    let columns = mapping.columns("by", neededBy: settings)
    grouping = Grouping(
      columns: columns, measures: [measure], top: mapping.number("top", in: Grouping.topLimits) ?? 20,
      groupLimit: mapping.groupLimit(of: columns, [measure]))
    stack = mapping.column("stack")
    if stack != nil, let location = mapping.value("group_limit")?.location {
      mapping.collector.error("‘group_limit’ does not go with ‘stack’, whose parts would need a limit of their own", at: location)
    }
    filter = settings.filter?.expression
    if stack != nil, !measure.isAdditive, let location = mapping.value("measure")?.location {
      mapping.collector.error("the parts of a stack must add up, and those of ‘\(measure.text)’ do not", at: location)
    }
  }

  /// The groups; with a stack also the groups split by the second column.
  var queries: [Query] {
    let groups = grouping.query(filter)
    guard let stack else { return [groups] }
    var split = groups
    split.groups.append(.column(stack))
    split.top = Query.Top(grouping.top, prefix: grouping.columns.count)
    return [groups, split]
  }

  func hasNoValues(_ answers: [ResultTable]) -> Bool { answers.first.map { $0.matched > 0 && $0.distribution.isEmpty } ?? false }

  func values(from answers: [ResultTable]) -> FigureValues? { answers.first.map { FigureValues($0) } }

  func draw(_ answers: [ResultTable], in context: DrawingContext) -> DrawnFigure {
    let groups = answers[0]
    let stacked = stack == nil ? nil : StackedGroups(groups: groups, split: answers[1])
    var bars = groups.rows.enumerated().map { index, row in
      BarChart.Bar(
        names: row.keys.map { FigureText.label($0) }, parts: stacked?.parts[index] ?? [row.values.first?.number ?? 0],
        valueText: FigureText.reading(row.values.first ?? .missing))
    }
    if let rest = groups.rest.first {
      bars.append(
        BarChart.Bar(
          label: ByteString(Grouping.restLabel(groups)), parts: stacked?.restParts ?? [rest.values.first?.number ?? 0],
          valueText: FigureText.reading(rest.values.first ?? .missing), isRest: true))
    }
    var subject = grouping.subject(groups, filter: filter)
    if let stack { subject += ", split by \(stack)" }
    let chart = BarChart(bars: bars, series: stacked?.series ?? [], width: context.chartWidth)
    return DrawnFigure(
      subject: subject, sampleSize: groups.matched,
      presentation: .chart(context.render(chart, subject: subject)),
      table: grouping.table(groups, split: stacked), ledger: Grouping.ledger(groups), limit: grouping.limitSentence(groups))
  }
}
