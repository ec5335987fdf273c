import SafeText

/// Rows of a log, shown as evidence: what the log said, in its own words.
public struct EvidenceRows: Hashable, Sendable {
  /// A row.
  public struct Row: Hashable, Sendable {
    /// Its line in the file, from 1.
    public var line: Int
    /// One cell a column; nil for no value.
    public var cells: [ByteString?]

    /// A row.
    public init(line: Int, cells: [ByteString?]) {
      self.line = line
      self.cells = cells
    }
  }

  /// Names of the columns.
  public var columns: [String]
  /// The rows, in file order.
  public var rows: [Row]
  /// Matching rows that are not shown.
  public var restCount: Int

  /// Rows of a log.
  public init(columns: [String], rows: [Row], restCount: Int = 0) {
    self.columns = columns
    self.rows = rows
    self.restCount = restCount
  }

  /// Whether the rows fit a table; wider ones are written as `name=value`, without the columns that are empty.
  var isTable: Bool { columns.count <= 5 }

  /// The table with a caption.
  func table(caption: SafeHTML, remark: SafeHTML) -> SafeHTML {
    let headings = columns.map { DataTable.Column($0) }
    let lines = rows.map { row in DataTable.Row([SafeHTML(text: NumberText.count(row.line))] + row.cells.map(Self.cell)) }
    var table = DataTable(caption: caption, remark: remark, columns: [DataTable.Column("Line", isNumber: true)] + headings, rows: lines)
    table.lastLine = restText
    return table.standing
  }

  /// A list with one item a row.
  var list: SafeHTML {
    var items = rows.map { row in
      let pairs = zip(columns, row.cells).compactMap { name, cell -> SafeHTML? in
        guard let cell, !cell.bytes.isEmpty else { return nil }
        let heading = SafeHTML.element("i", [], .element("bdi", [], SafeHTML(text: name)) + SafeHTML("="))
        return .element("span", [], heading + SafeHTML(value: cell))
      }
      return SafeHTML.element(
        "li", [], .element("b", [], SafeHTML(number: row.line)) + .element("span", [], pairs.joined(separator: SafeHTML(" "))))
    }
    if restCount > 0 { items.append(.element("li", [], SafeHTML("<b></b>") + .element("span", [], restText))) }
    return .element("ol", [Attribute("class", "log")], SafeHTML("\n") + items.map { $0 + SafeHTML("\n") }.joined())
  }

  /// Text up to this many scalars is kept on one line: an address, a time to the second. Were it not, a long neighbour would squeeze it.
  private static let longestWhole = 20

  private var restText: SafeHTML { restCount > 0 ? ReportPage.count(restCount, "row not shown", "rows not shown") : .empty }

  private static func cell(_ text: ByteString?) -> SafeHTML {
    guard let text, !text.bytes.isEmpty else { return SafeHTML(#"<span class="none">–</span>"#) }
    let value = SafeHTML(value: text)
    return .element("code", [Attribute("class", value.shownLength > longestWhole ? "cut" : "whole")], value)
  }
}
