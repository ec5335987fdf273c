import SafeText

/// A table of computed numbers: the data behind a chart, or a figure of its own.
public struct DataTable: Hashable, Sendable {
  /// A column.
  public struct Column: Hashable, Sendable {
    /// Its heading: a column's name, or words.
    public var heading: String
    /// Whether it holds numbers, which stand at the right.
    public var isNumber: Bool

    /// A column.
    public init(_ heading: String, isNumber: Bool = false) {
      self.heading = heading
      self.isNumber = isNumber
    }
  }

  /// What a row stands for.
  public enum RowKind: Hashable, Sendable {
    /// A group.
    case group
    /// Everything that is not listed by itself.
    case other
    /// The sum of the rows above.
    case total
  }

  /// A row.
  public struct Row: Hashable, Sendable {
    /// What it stands for.
    public var kind: RowKind
    /// One cell a column; missing ones are empty.
    public var cells: [SafeHTML]

    /// A row.
    public init(_ cells: [SafeHTML], kind: RowKind = .group) {
      self.cells = cells
      self.kind = kind
    }
  }

  /// What it lists.
  public var caption: SafeHTML
  /// A line below the caption; may be empty.
  public var remark: SafeHTML
  /// The columns; the first one heads the rows.
  public var columns: [Column]
  /// The rows, in order.
  public var rows: [Row]
  /// A line of words after the rows; may be empty.
  var lastLine = SafeHTML.empty

  /// A table.
  public init(caption: SafeHTML, remark: SafeHTML = .empty, columns: [Column], rows: [Row]) {
    self.caption = caption
    self.remark = remark
    self.columns = columns
    self.rows = rows
  }

  /// The table behind a chart: on screen a long one scrolls, on paper it flows in three columns, in two if it is wide, or in none if it is
  /// too wide for that.
  var disclosed: SafeHTML {
    let flows = columns.count < 4 || columns.count <= 8 && leastHeadWidth <= Self.longestHead
    let isLong = rows.count > 20 && columns.count < 6 && flows
    let isTall = rows.count > (columns.count < 6 ? 20 : 60) && !isLong
    let isWide = rows.count > 20 && columns.count > 3 && flows
    let isFocusable = isLong || columns.count > 3
    let attributes = isFocusable ? [Attribute("tabindex", 0), Attribute("role", "group"), Attribute("aria-label", "Data table")] : []
    return .element(
      "div", [Attribute("class", "data" + (isLong ? " long" : "") + (isTall ? " tall" : "") + (isWide ? " wide" : ""))] + attributes,
      element(isStacked: false))
  }

  /// Scalars that fit the head of a table in one of two columns on paper.
  private static let longestHead = 54

  /// Scalars across the head if no word in it is broken: an address broken in two reads as another. The first column has times or names.
  private var leastHeadWidth: Int {
    columns.reduce(10) { sum, column in
      sum + 2 + (column.heading.unicodeScalars.split(separator: " ").map(\.count).max() ?? 0)
    }
  }

  /// The table as a figure of its own: on a narrow screen one with more than three columns shows a block a row.
  var standing: SafeHTML { element(isStacked: columns.count > 3) }

  private func element(isStacked: Bool) -> SafeHTML {
    let remark = self.remark == .empty ? self.remark : .element("small", [], self.remark)
    let headings = columns.map { column in
      SafeHTML.element("th", [Attribute("scope", "col")] + alignment(column), .element("bdi", [], SafeHTML(text: column.heading)))
    }
    return .element(
      "table", isStacked ? [Attribute("class", "stack")] : [],
      .element("caption", [], caption + remark) + SafeHTML("\n") + .element("thead", [], .element("tr", [], headings.joined()))
        + SafeHTML("\n<tbody>\n") + rows.map { line($0, isLabelled: isStacked) + SafeHTML("\n") }.joined() + closing
        + SafeHTML("</tbody>"))
  }

  private var closing: SafeHTML {
    if lastLine == .empty { return .empty }
    let cell = SafeHTML.element("td", [Attribute("class", "full"), Attribute("colspan", columns.count)], lastLine)
    return .element("tr", [Attribute("class", "other")], cell) + SafeHTML("\n")
  }

  /// A row; in a block a row, each number and cell is labelled with its column's heading.
  private func line(_ row: Row, isLabelled: Bool) -> SafeHTML {
    let cells = columns.enumerated().map { index, column in
      let cell = index < row.cells.count ? row.cells[index] : .empty
      let label = isLabelled && (index > 0 || column.isNumber) ? [Attribute("data-l", column.heading)] : []
      return index == 0
        ? SafeHTML.element("th", [Attribute("scope", "row")] + alignment(column) + label, cell)
        : SafeHTML.element("td", alignment(column) + label, cell)
    }
    switch row.kind {
    case .group: return .element("tr", [], cells.joined())
    case .other: return .element("tr", [Attribute("class", "other")], cells.joined())
    case .total: return .element("tr", [Attribute("class", "total")], cells.joined())
    }
  }

  private func alignment(_ column: Column) -> [Attribute] { column.isNumber ? [Attribute("class", "n")] : [] }
}
