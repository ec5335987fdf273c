import LogQuery

/// `query`: shows nothing; its values can be bound and claimed.
struct QueryFigure: FigureKind {
  static let name = "query"
  static let keys = ["by", "measures", "top"]

  private let grouping: Grouping
  private let filter: Expression?

  init(_ mapping: YAMLMapping, settings: FigureSettings) {
    grouping = Grouping(
      columns: mapping.value("by") == nil ? [] : mapping.columns("by", neededBy: settings),
      measures: mapping.measures("measures", default: [.count]), top: mapping.number("top", in: Grouping.topLimits) ?? Grouping.defaultTop)
    filter = settings.filter?.expression
  }

  var queries: [Query] { [grouping.query(filter)] }

  func values(from answers: [ResultTable]) -> FigureValues? { answers.first.map { FigureValues($0) } }

  func draw(_ answers: [ResultTable], in context: DrawingContext) -> DrawnFigure {
    DrawnFigure(
      subject: grouping.subject(answers[0], filter: filter), presentation: .hidden, table: grouping.table(answers[0]),
      ledger: Grouping.ledger(answers[0]))
  }
}
