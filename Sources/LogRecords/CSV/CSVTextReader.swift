import SafeText

/// Reads records one byte at a time, for headers and samples: simple where ``CSVDecoder`` is fast, and of one mind with it.
///
/// A field is quoted if its first byte is a quote; a quote elsewhere is data. What follows the closing quote is added as it is.
struct CSVTextReader {
  /// One record.
  struct TextRecord {
    /// Its fields, without quotes.
    var fields: [ByteString]
    /// Line ends in it, its own included.
    var lines: Int
    /// Whether it holds nothing at all.
    var isBlank: Bool
    /// Whether it ends with a line end.
    var isTerminated: Bool
    /// Whether it ends within quotes.
    var isUnclosed: Bool
  }

  private let bytes: ArraySlice<UInt8>
  private let delimiter: UInt8
  /// Index of the next record's first byte.
  private(set) var position: Int

  /// A reader from the first byte on.
  init(_ bytes: ArraySlice<UInt8>, delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
    position = bytes.startIndex
  }

  /// The next record; nil at the end.
  mutating func next() -> TextRecord? {
    guard position < bytes.endIndex else { return nil }
    let start = position
    var record = TextRecord(fields: [], lines: 0, isBlank: false, isTerminated: false, isUnclosed: false)
    var field: [UInt8] = []
    var isFieldStart = true
    var isQuoted = false
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\n") { record.lines += 1 }
      if isQuoted {
        if byte != CSVDialect.quote {
          field.append(byte)
        } else if position < bytes.endIndex, bytes[position] == CSVDialect.quote {
          field.append(byte)
          position += 1
        } else {
          isQuoted = false
        }
      } else if byte == CSVDialect.quote, isFieldStart {
        isQuoted = true
        isFieldStart = false
      } else if byte == delimiter {
        record.fields.append(ByteString(bytes: field))
        field = []
        isFieldStart = true
      } else if byte == UInt8(ascii: "\n") {
        record.isTerminated = true
        break
      } else {
        field.append(byte)
        isFieldStart = false
      }
    }
    let end = position - (record.isTerminated ? 1 : 0)
    if !isQuoted, end > start, bytes[end - 1] == UInt8(ascii: "\r") { field.removeLast() }
    record.isBlank = end == start || (end == start + 1 && bytes[start] == UInt8(ascii: "\r"))
    record.isUnclosed = isQuoted
    record.fields.append(ByteString(bytes: field))
    return record
  }
}
