/// A table for a terminal: a header, a rule under it, and rows whose columns line up.
///
/// Cells must be visible text already (`VisibleText`): nothing is escaped here.
public struct TextTable: Hashable, Sendable {
  /// On which side the cells of a column line up.
  public enum Alignment: Hashable, Sendable {
    /// Text.
    case left
    /// Numbers.
    case right
  }

  /// A column.
  public struct Column: Hashable, Sendable {
    /// Its header.
    public var title: String
    /// On which side its cells line up.
    public var alignment: Alignment

    /// A column by its header; text unless said otherwise.
    public init(_ title: String, _ alignment: Alignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// The columns, in order.
  public var columns: [Column]
  /// The rows; a missing cell is empty, one too many is not shown.
  public var rows: [[String]]

  /// A table.
  public init(columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// Spaces between columns.
  private static let gap = "  "
  /// No column is cut to less than this.
  private static let narrowest = 5

  /// The table as lines, each with a line feed.
  ///
  /// - Parameter width: columns of the terminal. A wider table has its widest text columns cut in the middle, down to 5 columns each; nil
  ///   for no limit.
  public func text(width: Int? = nil, style: TextStyle = .unicode) -> String {
    let widths = fittingWidths(width)
    var text = line(columns.map(\.title), widths)
    text += line(widths.map { String(repeating: style.rule, count: $0) }, widths)
    for row in rows { text += line(row, widths) }
    return text
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (index, column) in columns.enumerated() {
      if index > 0 { line += Self.gap }
      let cell = DisplayWidth.cut(index < cells.count ? cells[index] : "", to: widths[index])
      line += DisplayWidth.pad(cell, to: widths[index], toTheRight: column.alignment == .right)
    }
    var scalars = line.unicodeScalars
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars) + "\n"
  }

  private func fittingWidths(_ limit: Int?) -> [Int] {
    var widths = columns.indices.map { index in
      rows.reduce(DisplayWidth.of(columns[index].title)) { widest, row in
        max(widest, index < row.count ? DisplayWidth.of(row[index]) : 0)
      }
    }
    guard let limit else { return widths }
    var excess = widths.reduce(0, +) + Self.gap.utf8.count * max(0, columns.count - 1) - limit
    while excess > 0 {
      let texts = widths.indices.filter { columns[$0].alignment == .left }
      guard let widest = texts.max(by: { widths[$0] < widths[$1] }), widths[widest] > Self.narrowest else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }
}
