import Diagnostics

extension Measure {
  /// A measure as an author writes it: `count`, `distinct(c)`, or `sum|mean|median|min|max|p95(c)`; `column("…")` stands for any name.
  ///
  /// - Throws: what it is instead, with near names.
  public init(parsing text: String, at location: SourceLocation) throws(DiagnosticList) {
    if text.utf8.elementsEqual("count".utf8) {
      self = .count
      return
    }
    let names = ["count", "distinct"] + Statistic.allCases.map(\.rawValue)
    guard let open = text.utf8.firstIndex(of: UInt8(ascii: "(")), text.utf8.last == UInt8(ascii: ")") else {
      let hint = NearestNames.hint(for: text, among: names)
      let advice = hint.isEmpty && !text.utf8.contains(UInt8(ascii: "(")) ? "; of a column measure for example ‘mean(\(text))’" : hint
      let needsColumn =
        names.contains(text) ? "the measure ‘\(text)’ needs a column: ‘\(text)(column)’" : "unknown measure ‘\(text)’" + advice
      throw DiagnosticList([Diagnostic(at: location, needsColumn)])
    }
    let name = String(text[..<open])
    let column = try Self.column(String(text[text.utf8.index(after: open)...].utf8.dropLast()) ?? "", at: location)
    if name.utf8.elementsEqual("distinct".utf8) {
      self = .distinct(column: column)
    } else if let statistic = Statistic(rawValue: name) {
      self = .statistic(statistic, column: column)
    } else {
      throw DiagnosticList([Diagnostic(at: location, "unknown measure ‘\(name)’" + NearestNames.hint(for: name, among: names))])
    }
  }

  private static func column(_ text: String, at location: SourceLocation) throws(DiagnosticList) -> String {
    if text.utf8.isEmpty { throw DiagnosticList([Diagnostic(at: location, "a measure needs a column in its parentheses")]) }
    guard text.utf8.starts(with: "column(".utf8) else { return text }
    let parsed = try ExpressionParser.parse(text, dialect: .rows, at: location)
    guard case .column(let name) = parsed.kind else { return text }
    return String(decoding: name.bytes, as: UTF8.self)
  }
}
