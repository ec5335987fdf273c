import LogQuery
import SafeText

/// Writes values as JSON (RFC 8259) that is exact for programs and harmless in a terminal: hidden scalars are written as `\u202e`.
public enum JSONText {
  /// A string. Bytes that are not UTF-8 become U+FFFD, as JSON has no way to hold them.
  public static func string(_ text: ByteString) -> String {
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

  /// An array of objects, one a line; each object's members in the order given.
  public static func array(_ objects: [[(name: String, json: String)]]) -> String {
    guard !objects.isEmpty else { return "[]" }
    let lines = objects.map { members in
      "  {" + members.map { string(ByteString($0.name)) + ": " + $0.json }.joined(separator: ", ") + "}"
    }
    return "[\n" + lines.joined(separator: ",\n") + "\n]"
  }

  private static func escaped(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
