import CivilTime
import SafeText

extension RecordBatch {
  /// The cell of a record in a wanted column, both from 0.
  @inlinable
  public func cell(_ row: Int, column: Int) -> Cell {
    precondition(row >= 0 && row < count && column >= 0 && column < columnCount, "a cell outside the batch")
    return unsafe cells[column * capacity + row]
  }

  /// All cells of a wanted column, one a record; valid until the batch is filled anew.
  @inlinable
  public func cells(ofColumn column: Int) -> UnsafeBufferPointer<Cell> {
    precondition(column >= 0 && column < columnCount, "a column outside the batch")
    return unsafe UnsafeBufferPointer(start: cells + column * capacity, count: count)
  }

  /// Offset of a record's first byte in the (uncompressed) file.
  @inlinable
  public func recordOffset(_ row: Int) -> Int64 { bufferOffset + Int64(place(row).offset) }

  /// The (first) line of a record, from 1 within its chunk.
  @inlinable
  public func recordLine(_ row: Int) -> Int { Int(place(row).line) }

  /// Where a record begins.
  @inlinable
  public func place(_ row: Int) -> RecordPlace {
    precondition(row >= 0 && row < count, "a record outside the batch")
    return unsafe places[row]
  }

  /// The bytes of a cell of kind `buffer`, `arena` or `symbol`, in place; none for the other kinds.
  ///
  /// They are valid until the batch is filled anew.
  @inlinable
  public func bytes(of cell: Cell) -> UnsafeRawBufferPointer {
    let start = Int(cell.payload)
    switch cell.kind {
    case .buffer: return unsafe UnsafeRawBufferPointer(rebasing: buffer[start..<start + Int(cell.length)])
    case .arena: return unsafe arena.bytes(start..<start + Int(cell.length))
    case .symbol: return unsafe symbolBytes.bytes(symbolRanges[start])
    case .missing, .integer, .time: return unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    }
  }

  /// Calls `body` with the bytes that a cell stands for: those of ``bytes(of:)``, and integers as digits, times as RFC 3339 in UTC.
  @inlinable
  public func withText<Result>(of cell: Cell, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    switch cell.kind {
    case .integer, .time: unsafe Self.valueText(cell).withUnsafeBytes { bytes in unsafe body(bytes) }
    default: unsafe body(bytes(of: cell))
    }
  }

  /// The bytes that a cell stands for, copied, as ``withText(of:_:)`` gives them; nil for a cell that is missing.
  public func text(of cell: Cell) -> ByteString? {
    switch cell.kind {
    case .missing: nil
    case .symbol: symbols[Int(cell.payload)]
    case .integer, .time: ByteString(bytes: Self.valueText(cell))
    case .buffer, .arena: unsafe ByteString(bytes: bytes(of: cell))
    }
  }

  /// An integer or a time as text.
  @usableFromInline
  static func valueText(_ cell: Cell) -> [UInt8] {
    Array((cell.kind == .time ? Timestamp(nanoseconds: cell.payload).rfc3339 : String(cell.payload)).utf8)
  }
}
