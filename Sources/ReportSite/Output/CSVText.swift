import LogRecords
import SafeText

/// A table as a CSV file, for programs and for spreadsheets.
enum CSVText {
  /// The exact bytes of every cell (RFC 4180, lines end in LF).
  static func exact(_ rows: [[ByteString]]) -> [UInt8] { text(rows) { $0 } }

  /// Cells that a spreadsheet would take for a formula are neutralised.
  static func spreadsheetSafe(_ rows: [[ByteString]]) -> [UInt8] { text(rows, SpreadsheetSafeCSV.neutralized) }

  private static func text(_ rows: [[ByteString]], _ cell: ([UInt8]) -> [UInt8]) -> [UInt8] {
    var writer = CSVWriter()
    for row in rows {
      for field in row { writer.write(cell(field.bytes)) }
      writer.endRecord()
    }
    return writer.bytes
  }
}
