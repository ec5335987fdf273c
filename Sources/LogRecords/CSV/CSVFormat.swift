import Diagnostics
import SafeText

/// Comma-separated values with a header: RFC 4180, with `,` `;` tab or `|` between fields, LF or CRLF, with or without a byte order mark.
public struct CSVFormat: LogFormat {
  /// The format.
  public init() {}

  /// `csv`.
  public var name: String { "csv" }
  /// What a reader calls it.
  public var title: String { "Comma-separated values" }

  /// As a format for anything with columns it is sure only of what looks like a table: several fields, the same number in each line.
  public func confidence(sample: [UInt8]) -> Int {
    let body = Self.body(sample)
    let dialect = CSVDialect(detecting: body, isWhole: false)
    var reader = CSVTextReader(body, delimiter: dialect.delimiter)
    guard let header = reader.next(), header.isTerminated, header.fields.count > 1 else { return 1 }
    // No table calls a column by a name with a quote in it, but lines of other logs have them, such as those of web servers.
    guard !header.fields.contains(where: { $0.bytes.contains(CSVDialect.quote) }) else { return 1 }
    var total = 0
    var agreeing = 0
    while total < 20, let record = reader.next(), record.isTerminated {
      if record.isBlank { continue }
      total += 1
      if record.fields.count == header.fields.count { agreeing += 1 }
    }
    let hasNames = header.fields.allSatisfy { field in !field.bytes.isEmpty && !field.bytes.contains(UInt8(ascii: " ")) }
    guard total > 0 else { return hasNames ? 60 : 5 }
    return (hasNames ? 80 : 30) * agreeing / total
  }

  /// Reads the header: its names, its delimiter, a byte order mark; see ``LogFormat``.
  public func layout(
    sample: [UInt8], isWhole: Bool, file: String, options: SourceOptions
  ) throws(DiagnosticList) -> any RecordLayout {
    let body = Self.body(sample)
    let dialect = CSVDialect(detecting: body, isWhole: isWhole)
    var reader = CSVTextReader(body, delimiter: dialect.delimiter)
    var lines = 0
    while let record = reader.next() {
      lines += record.lines
      if record.isBlank { continue }
      let line = lines - record.lines + 1
      if record.isUnclosed, isWhole { throw Self.failure("its header has a quote that is never closed", file, line) }
      guard record.isTerminated || isWhole else {
        throw Self.failure("its header is longer than \(NumberText.count(CSVDialect.longestRecord)) bytes", file, line)
      }
      return CSVLayout(
        columns: try Self.columns(record.fields, file: file, line: line, options: options), dialect: dialect,
        headerLength: reader.position, headerLines: lines)
    }
    throw Self.failure(sample.isEmpty ? "is empty" : "holds nothing but blank lines", file, 0)
  }

  /// What follows a byte order mark.
  private static func body(_ sample: [UInt8]) -> ArraySlice<UInt8> {
    sample.starts(with: [0xEF, 0xBB, 0xBF]) ? sample.dropFirst(3) : sample[...]
  }

  /// Columns by the header's fields; an empty name is `column-3`, and no name may come twice.
  private static func columns(
    _ fields: [ByteString], file: String, line: Int, options: SourceOptions
  ) throws(DiagnosticList) -> [Column] {
    var problems = DiagnosticList()
    var first: [ByteString: Int] = [:]
    let names = fields.enumerated().map { index, field in field.bytes.isEmpty ? ByteString("column-\(index + 1)") : field }
    for (index, name) in names.enumerated() {
      if let other = first[name] {
        problems.append(
          Diagnostic(
            at: SourceLocation(file: file, line: line),
            "columns \(other + 1) and \(index + 1) of the header have the same name ‘\(name.visible)’"))
      } else {
        first[name] = index
      }
    }
    if problems.hasErrors { throw problems }
    return try RoleRecognizer.columns(named: names.map { String(decoding: $0.bytes, as: UTF8.self) }, roles: options.roles, file: file)
  }

  private static func failure(_ what: String, _ file: String, _ line: Int) -> DiagnosticList {
    DiagnosticList([Diagnostic(at: SourceLocation(file: file, line: line), what)])
  }
}
