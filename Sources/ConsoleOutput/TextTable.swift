/// A table for a terminal: a header, a rule under it, and rows whose columns line up.
///
/// Cells must be visible text already (`VisibleText`): nothing is escaped here.
public struct TextTable<Rows: Sequence> where Rows.Element == [String] {
  /// The columns, in order.
  public var columns: [TextColumn]
  /// The rows, gone through twice; a missing cell is empty, one too many is not shown.
  public var rows: Rows

  /// A table.
  public init(columns: [TextColumn], rows: Rows) {
    self.columns = columns
    self.rows = rows
  }

  /// Spaces between columns.
  private var gap: String { "  " }
  /// No column is cut to less than this.
  private var narrowest: Int { 5 }

  /// The table as lines, each with a line feed.
  ///
  /// - Parameter width: columns of the terminal. A wider table has its widest text columns cut in the middle, down to 5 columns each,
  ///   those last that ask for it; nil for no limit.
  public func text(width: Int? = nil, style: TextStyle = .unicode) -> String {
    var text = ""
    forEachLine(width: width, style: style) { text += $0 }
    return text
  }

  /// Calls `body` with each line of ``text(width:style:)``: for tables that are long.
  ///
  /// - Throws: what `body` throws.
  public func forEachLine<Failure>(width: Int?, style: TextStyle, _ body: (String) throws(Failure) -> Void) throws(Failure) {
    let widths = fittingWidths(width)
    try body(line(columns.map(\.title), widths))
    try body(line(widths.map { String(repeating: style.rule, count: $0) }, widths))
    for row in rows { try body(line(row, widths)) }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (index, column) in columns.enumerated() {
      if index > 0 { line += gap }
      let cell = DisplayWidth.cut(index < cells.count ? cells[index] : "", to: widths[index])
      line += DisplayWidth.pad(cell, to: widths[index], toTheRight: column.alignment == .right)
    }
    var end = line.utf8.endIndex
    while end > line.utf8.startIndex, line.utf8[line.utf8.index(before: end)] == UInt8(ascii: " ") { end = line.utf8.index(before: end) }
    return line[..<end] + "\n"
  }

  private func fittingWidths(_ limit: Int?) -> [Int] {
    var widths = columns.map { DisplayWidth.of($0.title) }
    for row in rows {
      for index in 0..<min(row.count, widths.count) { widths[index] = max(widths[index], DisplayWidth.of(row[index])) }
    }
    guard let limit else { return widths }
    var excess = widths.reduce(0, +) + gap.utf8.count * max(0, columns.count - 1) - limit
    for isCutLast in [false, true] {
      let texts = widths.indices.filter { columns[$0].alignment == .left && columns[$0].isCutLast == isCutLast }
      while excess > 0, let widest = texts.max(by: { widths[$0] < widths[$1] }), widths[widest] > narrowest {
        widths[widest] -= 1
        excess -= 1
      }
    }
    return widths
  }
}
