/// Makes cells harmless to spreadsheets, which take text that begins like a formula for one (CWE-1236).
public enum SpreadsheetSafeCSV {
  /// The cell with `'` before every line of it that begins, after any spaces, with `=`, `+`, `-`, `@`, their full-width or small forms,
  /// a tab or a line end; any other cell as it is.
  ///
  /// For text from outside. Numbers that we have written ourselves need no guard: it would turn them into text.
  public static func neutralized(_ cell: [UInt8]) -> [UInt8] {
    var safe: [UInt8] = []
    safe.reserveCapacity(cell.count + 1)
    var start = 0
    while true {
      let end = lineEnd(in: cell, from: start)
      if beginsLikeFormula(cell[start...]) { safe.append(UInt8(ascii: "'")) }
      safe += cell[start..<end]
      if end == cell.count { return safe }
      start = end
    }
  }

  /// The offset after the line end that follows `start`; CR LF is one.
  private static func lineEnd(in cell: [UInt8], from start: Int) -> Int {
    guard let index = cell[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return cell.count }
    return cell[index] == 0x0D && index + 1 < cell.count && cell[index + 1] == 0x0A ? index + 2 : index + 1
  }

  /// Judged by scalars. What is not UTF-8 may be a space in the code page that the reader's program assumes.
  private static func beginsLikeFormula(_ line: ArraySlice<UInt8>) -> Bool {
    for scalar in String(decoding: line.prefix(1_024), as: UTF8.self).unicodeScalars {
      if beginnings.contains(scalar) { return true }
      let isPassedOver = scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint || scalar == "\u{FFFD}"
      if !isPassedOver { return false }
    }
    return line.count > 1_024
  }

  private static let beginnings: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\u{2212}", "\u{FE62}", "\u{FE63}", "\u{FE66}", "\u{FE6B}", "\u{FF0B}", "\u{FF0D}", "\u{FF1D}",
    "\u{FF20}",
  ]
}
