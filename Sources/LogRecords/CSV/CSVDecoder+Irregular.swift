/// Reading where a quote stands within an unquoted field, or is never closed: from structural byte to structural byte, each judged by where it
/// stands.
extension CSVDecoder {
  /// Where a field lies as written.
  struct FieldRange {
    /// From its first byte to before its delimiter or line end.
    var written: Range<Int>
    /// Whether it begins with a quote.
    var isQuoted: Bool
  }

  /// Decodes the whole records of the bytes indexed with their quotes; gives the number of bytes used.
  mutating func decodeIrregular(
    _ bytes: UnsafeRawBufferPointer, from start: Int, into batch: inout RecordBatch, tally: inout RecordTally
  ) -> Int {
    var recordStart = start
    var next = 0
    while !batch.isFull, let end = unsafe readRecord(bytes, from: recordStart, &next) {
      let record = recordStart..<end
      if unsafe Self.isBlank(bytes, record) {
        tally.blank += 1
      } else if let fault = fault(fieldCount: fields.count, length: record.count, longestField: longestField) {
        unsafe reject(fault, bytes, record, line: tally.lines + 1, tally: &tally)
      } else {
        batch.appendRecord(offset: recordStart, line: tally.lines + 1)
        for (slot, column) in wanted.enumerated() { batch.set(slot, unsafe cell(fields[column], bytes, &batch)) }
      }
      tally.lines += 1 + innerLineFeedCount
      recordStart = end + 1
    }
    return recordStart - start
  }

  /// Decodes a last record without a line end, as if it had one.
  mutating func decodeUnterminated(
    _ bytes: UnsafeRawBufferPointer, at offset: Int, into batch: inout RecordBatch, tally: inout RecordTally
  ) {
    var terminated = unsafe Array(bytes)
    terminated.append(UInt8(ascii: "\n"))
    unsafe terminated.withUnsafeBytes { whole in
      unsafe index.fillWithQuotes(whole, 0..<whole.count)
      var next = 0
      let line = tally.lines + 1
      guard unsafe readRecord(whole, from: 0, &next) != nil else {
        let inside = unsafe lineEnds(bytes, 0..<bytes.count)
        unsafe reject(.unclosed(lineEnds: inside), bytes, 0..<bytes.count, line: line, tally: &tally)
        tally.lines += inside
        return
      }
      if unsafe Self.isBlank(bytes, 0..<bytes.count) {
        tally.blank += 1
      } else if let fault = fault(fieldCount: fields.count, length: bytes.count, longestField: longestField) {
        unsafe reject(fault, bytes, 0..<bytes.count, line: line, tally: &tally)
      } else {
        batch.appendRecord(offset: offset, line: line)
        for (slot, column) in wanted.enumerated() { batch.set(slot, unsafe copiedCell(fields[column], whole, &batch)) }
      }
      tally.lines += innerLineFeedCount
    }
  }

  /// Finds the fields of the record that starts at `start`; gives the position of its line feed, or nil if that is not indexed.
  private mutating func readRecord(_ bytes: UnsafeRawBufferPointer, from start: Int, _ next: inout Int) -> Int? {
    fields.removeAll(keepingCapacity: true)
    longestField = 0
    innerLineFeedCount = 0
    var fieldStart = start
    var cursor = next
    while cursor < index.count {
      let isQuoted = unsafe Int(index.positions[cursor]) == fieldStart && bytes[fieldStart] == CSVDialect.quote
      if isQuoted, unsafe !skipQuotes(bytes, &cursor) { return nil }
      while cursor < index.count, unsafe bytes[Int(index.positions[cursor])] == CSVDialect.quote { cursor += 1 }
      guard cursor < index.count else { return nil }
      let stop = unsafe Int(index.positions[cursor])
      cursor += 1
      let isLineEnd = unsafe bytes[stop] == UInt8(ascii: "\n")
      var end = stop
      if isLineEnd, end > fieldStart, unsafe bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      fields.append(FieldRange(written: fieldStart..<end, isQuoted: isQuoted))
      longestField = max(longestField, end - fieldStart)
      fieldStart = stop + 1
      if isLineEnd {
        next = cursor
        return stop
      }
    }
    return nil
  }

  /// Moves past the quotes of a quoted field, `cursor` being at the one that opens it, and counts the line feeds within; false if none closes
  /// it.
  private mutating func skipQuotes(_ bytes: UnsafeRawBufferPointer, _ cursor: inout Int) -> Bool {
    cursor += 1
    while cursor < index.count {
      let position = unsafe Int(index.positions[cursor])
      cursor += 1
      if unsafe bytes[position] == UInt8(ascii: "\n") { innerLineFeedCount += 1 }
      guard unsafe bytes[position] == CSVDialect.quote else { continue }
      guard cursor < index.count, unsafe Int(index.positions[cursor]) == position + 1, unsafe bytes[position + 1] == CSVDialect.quote else {
        return true
      }
      cursor += 1
    }
    return false
  }

  /// The cell of a field that lies in the batch's buffer.
  private func cell(_ field: FieldRange, _ bytes: UnsafeRawBufferPointer, _ batch: inout RecordBatch) -> Cell {
    unsafe field.isQuoted ? quotedCell(bytes, field.written, &batch) : RecordBatch.cell(ofBufferRange: field.written)
  }

  /// The cell of a field whose bytes go to the batch's arena.
  private func copiedCell(_ field: FieldRange, _ bytes: UnsafeRawBufferPointer, _ batch: inout RecordBatch) -> Cell {
    let written = unsafe UnsafeRawBufferPointer(rebasing: bytes[field.written])
    return unsafe field.isQuoted ? batch.cell(copying: Self.unquoted(written)) : batch.cell(copying: written)
  }

  /// Number of line feeds in a range.
  private func lineEnds(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
    unsafe bytes[range].count { $0 == UInt8(ascii: "\n") }
  }
}
