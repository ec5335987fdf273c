import LogQuery

/// `query`: shows nothing; its values can be bound and claimed.
struct QueryFigure: FigureKind {
  static let name = "query"
  static let keys = ["by", "measures", "top", "group_limit"]

  private let grouping: Grouping
  private let filter: Expression?

  init(_ mapping: YAMLMapping, settings: FigureSettings) {
    let columns = mapping.value("by") == nil ? [] : mapping.columns("by", neededBy: settings)
    let measures = mapping.measures("measures", default: [.count])
    grouping = Grouping(
      columns: columns, measures: measures, top: mapping.number("top", in: Grouping.topLimits) ?? Grouping.defaultTop,
      groupLimit: mapping.groupLimit(of: columns, measures))
    filter = settings.filter?.expression
  }

  var queries: [Query] { [grouping.query(filter)] }

  func values(from answers: [ResultTable]) -> FigureValues? { answers.first.map { FigureValues($0) } }

  func draw(_ answers: [ResultTable], in context: DrawingContext) -> DrawnFigure {
    DrawnFigure(
      subject: grouping.subject(answers[0], filter: filter), presentation: .hidden, table: grouping.table(answers[0]),
      ledger: Grouping.ledger(answers[0]), limit: grouping.limitSentence(answers[0]))
  }
}
