import Diagnostics
import LogQuery
import SafeText

/// `numbers`: a row of key figures, each an expression over the other figures and the sources.
struct NumbersFigure: FigureKind {
  static let name = "numbers"
  static let keys = ["items"]
  static let countsRows = false

  private struct Item {
    let label: String
    let expression: LocatedExpression
  }

  private let items: [Item]

  init(_ mapping: YAMLMapping, settings: FigureSettings) {
    let entries = mapping.mapping("items")
    items = (entries?.entries ?? []).compactMap { entry in
      entries?.expression(entry.key, dialect: .results).map { Item(label: entry.key, expression: $0) }
    }
    if items.isEmpty { mapping.collector.error("a ‘numbers’ figure needs ‘items’: lines of ‘label: expression’", at: settings.location) }
  }

  var queries: [Query] { [] }
  var resultExpressions: [LocatedExpression] { items.map(\.expression) }

  func values(from answers: [ResultTable]) -> FigureValues? { nil }

  func draw(_ answers: [ResultTable], in context: DrawingContext) -> DrawnFigure {
    let values = items.map { context.value($0.expression) }
    let numbers = zip(items, values).map { item, value in
      KeyNumbers.Item(label: item.label, value: SafeHTML(text: value?.text ?? ""))
    }
    let rows = zip(items, values).map { item, value in
      FigureTable.Row(cells: [FigureTable.Cell(words: item.label), FigureTable.Cell(words: value?.machineValue ?? "")])
    }
    let columns = [FigureTable.Column(name: "number", isNumber: false), FigureTable.Column(name: "value", isNumber: true)]
    return DrawnFigure(
      subject: "", presentation: .numbers(KeyNumbers(items: numbers)), table: FigureTable(columns: columns, rows: rows))
  }
}
