import Glibc

/// Fields in quotes.
extension CSVDecoder {
  /// The cell of a field that begins with a quote: its bytes as they lie there if it ends with the next quote, else a copy.
  @inline(__always)
  func quotedCell(_ bytes: UnsafeRawBufferPointer, _ written: Range<Int>, _ batch: inout RecordBatch) -> Cell {
    let field = unsafe UnsafeRawBufferPointer(rebasing: bytes[written])
    if let start = field.baseAddress, let close = unsafe memchr(start + 1, Int32(CSVDialect.quote), field.count - 1),
      unsafe UnsafeRawPointer(close) - start == field.count - 1
    {
      return RecordBatch.cell(ofBufferRange: written.lowerBound + 1..<written.upperBound - 1)
    }
    return batch.cell(copying: unsafe Self.unquoted(field))
  }

  /// What a field that begins with a quote holds: doubled quotes once, and what follows the closing quote as it is.
  static func unquoted(_ written: UnsafeRawBufferPointer) -> [UInt8] {
    var content: [UInt8] = []
    content.reserveCapacity(written.count)
    var position = 1
    while position < written.count {
      let byte = unsafe written[position]
      position += 1
      if byte == CSVDialect.quote {
        guard position < written.count, unsafe written[position] == CSVDialect.quote else { break }
        position += 1
      }
      content.append(byte)
    }
    unsafe content.append(contentsOf: written[position...])
    return content
  }
}
