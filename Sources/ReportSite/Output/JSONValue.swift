/// JSON for files that must come out the same everywhere: keys sorted by bytes, two spaces of indentation, whole numbers only.
public indirect enum JSONValue: Hashable, Sendable {
  case text(String)
  case integer(Int64)
  case list([JSONValue])
  /// Names and values; written in the order of the names' bytes, whatever order they come in.
  case object([String: JSONValue])

  /// The whole text, ending in a line feed.
  public var document: [UInt8] { Array((written(indent: "") + "\n").utf8) }

  private func written(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .text(let text): return Self.quoted(text)
    case .integer(let number): return String(number)
    case .list(let values): return Self.block("[", values.map { $0.written(indent: inner) }, "]", indent: indent)
    case .object(let members):
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      return Self.block("{", sorted.map { Self.quoted($0.key) + ": " + $0.value.written(indent: inner) }, "}", indent: indent)
    }
  }

  private static func block(_ start: String, _ parts: [String], _ end: String, indent: String) -> String {
    guard !parts.isEmpty else { return start + end }
    return start + "\n" + parts.map { indent + "  " + $0 }.joined(separator: ",\n") + "\n" + indent + end
  }

  /// A JSON string (RFC 8259). Control, format and separator characters are escaped too, so that the file is safe to print on a terminal.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch (scalar, scalar.properties.generalCategory) {
      case ("\"", _): result += "\\\""
      case ("\\", _): result += "\\\\"
      case (_, .control), (_, .format), (_, .lineSeparator), (_, .paragraphSeparator): result += escaped(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// `\u202e`; a surrogate pair beyond the basic plane.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }.joined()
  }
}
