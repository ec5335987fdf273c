import CivilTime
import LogRecords
import SafeText

/// The tests of one column: each is a loop over its cells.
extension BatchPredicate {
  /// The records whose cell has a value and bytes for which `holds` says true.
  @inline(__always)
  static func select(
    _ column: Int, among rows: RowSelection, in batch: borrowing RecordBatch, where holds: (UnsafeRawBufferPointer) -> Bool
  ) -> RowSelection {
    let cells = unsafe batch.cells(ofColumn: column)
    return rows.filtered { row in
      let cell = unsafe cells[row]
      return unsafe cell.kind != .missing && batch.withText(of: cell, holds)
    }
  }

  /// Cells against a text.
  static func select(
    _ column: Int, _ comparison: Comparison, _ text: ByteString, among rows: RowSelection, in batch: borrowing RecordBatch
  ) -> RowSelection {
    switch comparison {
    case .equal:
      let equal = EqualText(text)
      let cells = unsafe batch.cells(ofColumn: column)
      let (bytes, isShort) = unsafe (batch.buffer, equal.isShort)
      return rows.filtered { row in
        let cell = unsafe cells[row]
        if isShort, cell.kind == .buffer, let start = bytes.baseAddress, bytes.count - Int(cell.payload) >= equal.reach {
          return unsafe equal.isFound(at: start + Int(cell.payload), count: cell.length)
        }
        guard cell.length == equal.length || cell.kind == .integer || cell.kind == .time, cell.kind != .missing else { return false }
        return unsafe batch.withText(of: cell) { unsafe $0.count == equal.length && equal.equals($0) }
      }
    default:
      return unsafe text.bytes.withUnsafeBytes { part in
        unsafe select(column, among: rows, in: batch) { unsafe comparison.holds($0, part) }
      }
    }
  }

  /// Cells in a list of texts.
  static func select(
    _ column: Int, in texts: EqualTexts, among rows: RowSelection, in batch: borrowing RecordBatch
  ) -> RowSelection {
    let cells = unsafe batch.cells(ofColumn: column)
    return rows.filtered { row in
      let cell = unsafe cells[row]
      guard texts.mayContain(length: Int(cell.length)) || cell.kind == .integer || cell.kind == .time, cell.kind != .missing else {
        return false
      }
      return unsafe batch.withText(of: cell) { unsafe texts.contains($0) }
    }
  }

  /// The cells of two columns.
  static func select(
    _ first: Int, _ comparison: Comparison, _ second: Int, among rows: RowSelection, in batch: borrowing RecordBatch
  ) -> RowSelection {
    rows.filtered { row in
      let left = batch.cell(row, column: first)
      let right = batch.cell(row, column: second)
      guard left.kind != .missing, right.kind != .missing else { return false }
      return unsafe batch.withText(of: left) { whole in
        unsafe batch.withText(of: right) { unsafe comparison.holds(whole, $0) }
      }
    }
  }

  /// Cells against a number.
  static func select(
    _ column: Int, _ comparison: Comparison, _ number: Number, among rows: RowSelection, in batch: borrowing RecordBatch
  ) -> RowSelection {
    let cells = unsafe batch.cells(ofColumn: column)
    return rows.filtered { row in
      guard let value = unsafe batch.number(of: cells[row]) else { return false }
      return comparison.holds(value.order(to: number))
    }
  }
}

extension RecordBatch {
  /// The number that a cell is, if it is one.
  @inline(__always)
  func number(of cell: Cell) -> Number? {
    switch cell.kind {
    case .integer: .integer(cell.payload)
    case .missing, .time: nil
    case .buffer, .arena, .symbol: unsafe withText(of: cell) { unsafe NumberParser.parse($0) }
    }
  }

  /// The time that a cell is, if it is one.
  @inline(__always)
  func time(of cell: Cell, _ parser: TimestampParser) -> Timestamp? {
    switch cell.kind {
    case .time: Timestamp(nanoseconds: cell.payload)
    case .missing: nil
    case .buffer, .arena, .symbol, .integer: unsafe withText(of: cell) { unsafe parser.parse($0) }
    }
  }
}
