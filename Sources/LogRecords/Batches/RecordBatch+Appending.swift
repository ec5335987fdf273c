import SafeText

/// What a decoder fills a batch with: `appendRecord`, then `set` for each wanted column that has a value.
///
/// A record with several lives (a line repeated) is appended once for each, at the same place.
extension RecordBatch {
  /// Whether there is room for no more records.
  public var isFull: Bool { count == capacity }

  /// Forgets all records, to be filled again.
  public mutating func removeAll() {
    count = 0
    arena.removeAll()
  }

  /// Begins a record all of whose cells are missing; there must be room.
  ///
  /// - Parameters:
  ///   - offset: of its first byte in `buffer`.
  ///   - line: its first line, from 1 within the chunk: one more than the lines tallied before it.
  public mutating func appendRecord(offset: Int, line: Int) {
    precondition(count < capacity, "a record too many")
    for column in 0..<columnCount { unsafe cells[column * capacity + count] = .missing }
    unsafe places[count] = RecordPlace(offset: UInt32(truncatingIfNeeded: offset), line: UInt32(truncatingIfNeeded: line))
    count += 1
  }

  /// Sets a cell of the record begun last.
  public mutating func set(_ column: Int, _ cell: Cell) {
    precondition(count > 0 && column >= 0 && column < columnCount, "a cell outside the batch")
    unsafe cells[column * capacity + count - 1] = cell
  }

  /// A cell of bytes of `buffer`; missing where there are none.
  public static func cell(ofBufferRange range: Range<Int>) -> Cell {
    range.isEmpty ? .missing : Cell(.buffer, length: UInt32(range.count), payload: Int64(range.lowerBound))
  }

  /// Copies bytes that are not in `buffer` as they are, and gives their cell; missing where there are none.
  public mutating func cell(copying bytes: UnsafeRawBufferPointer) -> Cell {
    guard unsafe !bytes.isEmpty else { return .missing }
    let range = unsafe arena.append(bytes)
    return Cell(.arena, length: UInt32(range.count), payload: Int64(range.lowerBound))
  }

  /// Copies bytes that are not in `buffer` as they are, and gives their cell; missing where there are none.
  public mutating func cell(copying bytes: [UInt8]) -> Cell {
    unsafe bytes.withUnsafeBytes { bytes in unsafe cell(copying: bytes) }
  }

  /// The cell of a constant; the same text gives the same symbol, in this batch and all that follow.
  ///
  /// Constants are few: a decoder keeps the cells of those it knows rather than asking for each record.
  public mutating func cell(symbol text: ByteString) -> Cell {
    if let index = symbols.firstIndex(of: text) { return Cell(.symbol, length: UInt32(text.bytes.count), payload: Int64(index)) }
    symbols.append(text)
    symbolRanges.append(unsafe text.bytes.withUnsafeBytes { bytes in unsafe symbolBytes.append(bytes) })
    return Cell(.symbol, length: UInt32(text.bytes.count), payload: Int64(symbols.count - 1))
  }
}
