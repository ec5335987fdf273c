import LogQuery
import SafeText

/// Writes values as JSON (RFC 8259) that is exact for programs and harmless in a terminal: hidden scalars are written as `\u202e`.
public enum JSONText {
  /// A string. Bytes that are not UTF-8 become U+FFFD, as JSON has no way to hold them.
  public static func string(_ text: ByteString) -> String {
    if text.bytes.allSatisfy(isPlain) { return "\"" + String(decoding: text.bytes, as: UTF8.self) + "\"" }
    var json = "\""
    for scalar in String(decoding: text.bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\r": json += "\\r"
      case "\t": json += "\\t"
      default:
        // U+27E6 is hidden on pages only so that no log can forge a code there.
        if VisibleText.isHidden(scalar) && scalar != "\u{27E6}" {
          json += Array(String(scalar).utf16).map(escaped).joined()
        } else {
          json.unicodeScalars.append(scalar)
        }
      }
    }
    return json + "\""
  }

  /// A measure: a number, or null for "no value".
  public static func number(_ value: Value) -> String {
    switch value {
    case .integer(let number): String(number)
    case .decimal(let number): number.isFinite ? "\(number)" : "null"
    case .duration: value.number.map { "\($0)" } ?? "null"
    case .missing, .text, .time, .boolean: "null"
    }
  }

  /// An array of objects, one a line, given by the JSON of their members in the order of their names.
  ///
  /// - Parameters:
  ///   - names: the members' names, which all objects share.
  ///   - write: called with piece after piece.
  /// - Throws: what `write` throws.
  static func array<Failure>(
    of names: [String], _ objects: some Sequence<[String]>, _ write: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let names = names.map { string(ByteString($0)) + ": " }
    var isFirst = true
    for members in objects {
      var object = isFirst ? "[\n  {" : ",\n  {"
      for (place, member) in members.enumerated() {
        if place > 0 { object += ", " }
        object += names[place]
        object += member
      }
      try write(object + "}")
      isFirst = false
    }
    try write(isFirst ? "[]" : "\n]")
  }

  /// Whether a byte is an ASCII character that JSON takes as it is, as nearly all of them are.
  private static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x5C }

  private static func escaped(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
