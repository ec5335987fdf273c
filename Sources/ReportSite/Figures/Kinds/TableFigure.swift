import LogQuery
import SafeText

/// `table`: groups with their measures or, with `rows: true`, the raw events as evidence.
struct TableFigure: FigureKind {
  static let name = "table"
  static let keys = ["by", "measures", "top", "rows", "columns", "group_limit"]

  private let grouping: Grouping
  private let showsRows: Bool
  private let shownColumns: [String]
  private let filter: Expression?

  init(_ mapping: YAMLMapping, settings: FigureSettings) {
    showsRows = mapping.flag("rows") ?? false
    let top = mapping.number("top", in: Grouping.topLimits) ?? Grouping.defaultTop
    filter = settings.filter?.expression
    if showsRows {
      for key in ["by", "measures", "group_limit"] where mapping.value(key) != nil {
        mapping.collector.error("‘\(key)’ groups rows, and ‘rows: true’ shows them as they are", at: mapping.value(key)?.location)
      }
      grouping = Grouping(columns: [], measures: [.count], top: top, groupLimit: nil)
      shownColumns = mapping.value("columns") == nil ? [] : mapping.columns("columns", neededBy: settings)
    } else {
      if let location = mapping.value("columns")?.location {
        mapping.collector.error("‘columns’ goes with ‘rows: true’", at: location)
      }
      let columns = mapping.columns("by", neededBy: settings)
      let measures = mapping.measures("measures", default: [.count])
      grouping = Grouping(columns: columns, measures: measures, top: top, groupLimit: mapping.groupLimit(of: columns, measures))
      shownColumns = []
    }
  }

  var queries: [Query] {
    var query = grouping.query(filter)
    if showsRows { query.rowLimit = grouping.top }
    return [query]
  }

  var namedColumns: [String] { shownColumns }

  func values(from answers: [ResultTable]) -> FigureValues? {
    guard let answer = answers.first else { return nil }
    guard showsRows else { return FigureValues(answer) }
    return FigureValues(measures: ["count"], groups: [], totals: answer.totals, rows: answer.matched, share: .ofTotal)
  }

  func draw(_ answers: [ResultTable], in context: DrawingContext) -> DrawnFigure {
    let answer = answers[0]
    guard showsRows else {
      return DrawnFigure(
        subject: grouping.subject(answer, filter: filter), sampleSize: answer.matched, presentation: .table,
        table: grouping.table(answer), ledger: Grouping.ledger(answer), limit: grouping.limitSentence(answer))
    }
    let shown = context.records.count
    let rest = answer.matched - shown
    var subject = "Rows of the log" + FigureSubject.filtered(filter)
    if rest > 0 { subject += ", first \(NumberText.count(shown)) of \(NumberText.count(answer.matched))" }
    var parts = [FigureLedger.Part(count: shown, where: "shown")]
    if rest > 0 { parts.append(FigureLedger.Part(count: rest, where: "not shown")) }
    let indices = shownColumns.isEmpty ? Array(context.columns.indices) : shownColumns.compactMap { context.columns.index(named: $0) }
    // A line number says where a row is only if it is clear in which file.
    let namesFiles = context.files.count > 1
    let fileName = namesFiles ? ["file"] : []
    let names = fileName + indices.map { context.columns[$0].name }
    // On the page a column that was asked for by its role is headed by what was asked for; programs get the names of the log.
    let headings = shownColumns.isEmpty ? names : fileName + shownColumns.filter { context.columns.index(named: $0) != nil }
    let rows = context.records.map { record in
      let file = namesFiles ? [ByteString(context.files[record.reference.file])] : []
      return EvidenceRows.Row(line: record.reference.line, cells: file + indices.map { record.cells[$0] })
    }
    return DrawnFigure(
      subject: subject, sampleSize: rest > 0 ? nil : answer.matched,
      presentation: .rows(EvidenceRows(columns: headings, rows: rows, restCount: rest)), table: Self.table(names, rows),
      ledger: FigureLedger(parts: parts, total: answer.matched))
  }

  /// The same rows for programs: line numbers and exact cells.
  private static func table(_ names: [String], _ rows: [EvidenceRows.Row]) -> FigureTable {
    FigureTable(
      columns: [FigureTable.Column(name: "line", isNumber: true)] + names.map { FigureTable.Column(name: $0, isNumber: false) },
      rows: rows.map { row in
        FigureTable.Row(
          cells: [FigureTable.Cell(measure: .integer(Int64(row.line)))] + row.cells.map { FigureTable.Cell(raw: $0) })
      })
  }
}
