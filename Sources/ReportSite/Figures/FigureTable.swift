import LogQuery
import SafeText

/// The numbers behind a figure, once: the page's data table and both CSV files are made from it.
struct FigureTable {
  /// A column: its heading and whether it holds numbers.
  struct Column {
    var name: String
    var isNumber: Bool
  }

  /// A cell: its exact bytes for programs and its form for readers.
  struct Cell {
    var exact: ByteString
    var reading: ByteString
    /// Whether a log said it.
    var isLogText: Bool

    /// The key of a group.
    init(key: Value) {
      exact = key == .missing ? "" : FigureText.key(key)
      reading = FigureText.label(key)
      if case .text = key { isLogText = true } else { isLogText = false }
    }

    /// A measure.
    init(measure: Value) {
      exact = ByteString(FigureText.exact(measure))
      reading = ByteString(FigureText.reading(measure))
      isLogText = false
    }

    /// Words of our own.
    init(words: String) {
      exact = ByteString(words)
      reading = exact
      isLogText = false
    }

    /// A cell of a raw row; nil for "no value".
    init(raw: ByteString?) {
      exact = raw ?? ""
      reading = raw ?? "–"
      isLogText = raw != nil
    }
  }

  /// One row: a group, everything that is not drawn by itself, or the sum, which stands on the page only.
  struct Row {
    var kind = DataTable.RowKind.group
    var cells: [Cell]
  }

  var columns: [Column]
  var rows: [Row]
  /// The same for programs, where the cells for readers would not be exact: bins by their edges.
  var exactRows: [[ByteString]]?
  /// A line below the page's caption, which says what is not listed; may be empty.
  var remark = ""

  /// Header and rows for a CSV file: the rows drawn plus "other".
  var csv: [[ByteString]] {
    exactRows ?? [columns.map { ByteString($0.name) }] + rows.filter { $0.kind != .total }.map { $0.cells.map(\.exact) }
  }

  /// The table for a page.
  func markup(caption: SafeHTML) -> DataTable {
    DataTable(
      caption: caption, remark: SafeHTML(text: remark), columns: columns.map { DataTable.Column($0.name, isNumber: $0.isNumber) },
      rows: rows.map { row in DataTable.Row(row.cells.map(\.markup), kind: row.kind) })
  }
}

extension FigureTable.Cell {
  /// What a reader sees: isolated where a log said it.
  var markup: SafeHTML { isLogText ? SafeHTML(value: reading) : SafeHTML(text: reading.visible) }
}
