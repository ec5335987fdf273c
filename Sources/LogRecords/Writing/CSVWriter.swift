import Diagnostics

/// Writes CSV by RFC 4180, byte for byte what it is given: a field is quoted only if it holds the delimiter, `"`, CR or LF.
///
/// The bytes gather in the writer until they are taken. A record of one empty field is written `""`, as a blank line is no record.
public struct CSVWriter: Sendable {
  /// What ends a record.
  public enum LineEnd: Sendable {
    /// LF, as on Unix.
    case lineFeed
    /// CR LF, as in RFC 4180.
    case carriageReturnLineFeed
  }

  /// What has been written and not been taken.
  public private(set) var bytes: [UInt8] = []
  private let delimiter: UInt8
  private let lineEnd: LineEnd
  private var fieldCount = 0
  private var recordStart = 0

  /// A writer that has written nothing.
  public init(delimiter: UInt8 = UInt8(ascii: ","), lineEnd: LineEnd = .lineFeed) {
    self.delimiter = delimiter
    self.lineEnd = lineEnd
  }

  /// Adds a field to the record.
  public mutating func write(_ field: UnsafeRawBufferPointer) {
    beginField()
    if unsafe needsQuotes(field) { unsafe appendQuoted(field) } else { unsafe bytes.append(contentsOf: field) }
  }

  /// Adds a field to the record.
  public mutating func write(_ field: [UInt8]) { unsafe field.withUnsafeBytes { unsafe write($0) } }

  /// Adds a field to the record: the text in UTF-8, not normalised.
  public mutating func write(_ field: String) {
    var field = field
    field.withUTF8 { unsafe write(UnsafeRawBufferPointer($0)) }
  }

  /// Adds a whole number to the record.
  public mutating func write(_ number: Int) {
    beginField()
    appendDigits(number.magnitude, isNegative: number < 0)
  }

  /// Ends the record.
  public mutating func endRecord() {
    if fieldCount == 1, bytes.count == recordStart { bytes += [Self.quote, Self.quote] }
    if lineEnd == .carriageReturnLineFeed { bytes.append(Self.carriageReturn) }
    bytes.append(Self.lineFeed)
    fieldCount = 0
    recordStart = bytes.count
  }

  /// Adds a whole record.
  public mutating func writeRecord(_ fields: [String]) {
    for field in fields { write(field) }
    endRecord()
  }

  /// Forgets the bytes written so far, after they have been put somewhere; call it between records.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    recordStart = 0
  }

  /// Moves what has gathered to a file, if it is at least `threshold` bytes; call it between records.
  ///
  /// - Throws: exit code 73 if the file can't be written.
  public mutating func drain(to file: BufferedFile, from threshold: Int = 1 << 16) throws(DiagnosticList) {
    guard bytes.count >= threshold else { return }
    try file.write(bytes)
    removeAll()
  }

  private static let quote = UInt8(ascii: "\"")
  private static let carriageReturn: UInt8 = 0x0D
  private static let lineFeed: UInt8 = 0x0A

  private mutating func beginField() {
    if fieldCount > 0 { bytes.append(delimiter) }
    fieldCount += 1
  }

  private func needsQuotes(_ field: UnsafeRawBufferPointer) -> Bool {
    for index in 0..<field.count {
      let byte = unsafe field[index]
      if byte == Self.quote || byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { return true }
    }
    return false
  }

  private mutating func appendQuoted(_ field: UnsafeRawBufferPointer) {
    bytes.append(Self.quote)
    for index in 0..<field.count {
      let byte = unsafe field[index]
      if byte == Self.quote { bytes.append(Self.quote) }
      bytes.append(byte)
    }
    bytes.append(Self.quote)
  }

  /// Decimal digits, without an intermediate string.
  private mutating func appendDigits(_ magnitude: UInt, isNegative: Bool) {
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    var divisor: UInt = 1
    while magnitude / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(magnitude / divisor % 10))
      divisor /= 10
    }
  }
}
