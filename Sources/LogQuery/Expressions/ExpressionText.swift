import CivilTime
import LogRecords
import SafeText

/// Writes an expression in its canonical form: one space around operators, no parenthesis that changes nothing.
///
/// The parser reads the text back as an equal expression, for every expression that it can make.
public enum ExpressionText {
  /// The text of an expression.
  public static func of(_ expression: Expression) -> String {
    switch expression.kind {
    case .literal(let literal): of(literal)
    case .column(let name): ofColumn(name)
    case .path(let path): of(path)
    case .not(let operand): "not " + of(operand, atLeast: .negation)
    case .and(let left, let right): of(left, atLeast: .conjunction) + " and " + of(right, atLeast: .negation)
    case .or(let left, let right): of(left, atLeast: .disjunction) + " or " + of(right, atLeast: .conjunction)
    case .comparison(let comparison, let left, let right):
      of(left, atLeast: .sum) + " \(comparison.rawValue) " + of(right, atLeast: .sum)
    case .membership(let operand, let membership): of(operand, atLeast: .sum) + " in " + of(membership)
    case .isEmpty(let operand): of(operand, atLeast: .sum) + " is empty"
    case .matches(let operand, let pattern): of(operand, atLeast: .sum) + " matches " + of(pattern)
    case .arithmetic(let operation, let left, let right):
      of(left, atLeast: level(expression)) + " \(operation.rawValue) "
        + of(right, atLeast: level(expression) == .sum ? .product : .operand)
    case .percent(let part, let whole): "percent(" + of(part, atLeast: .sum) + ", " + of(whole, atLeast: .sum) + ")"
    case .formatted(let operand, let format): of(operand, atLeast: .disjunction) + " as " + format.rawValue
    }
  }

  /// The text of a constant: `"text"`, `7`, `1h30m`, `2026-11-01T00:00:00Z`, `true`.
  public static func of(_ literal: Literal) -> String {
    switch literal {
    case .text(let text): quoted(text)
    case .integer(let number): String(number)
    case .decimal(let number): "\(number)"
    case .boolean(let truth): truth ? "true" : "false"
    case .duration(let span): of(span)
    case .time(let time): time.rfc3339
    }
  }

  /// The text of a path: `logins.first.value("distinct(source_ip)")`.
  public static func of(_ path: ResultPath) -> String {
    path.steps.reduce(path.root) { text, step in
      switch step {
      case .member(let name): text + "." + name
      case .call(let name, let argument): text + ".\(name)(\(of(argument)))"
      case .index(let index): text + "[\(index)]"
      }
    }
  }

  /// How tightly an expression holds together, loosest first.
  private enum Level: Int {
    case whole, disjunction, conjunction, negation, comparison, sum, product, operand
  }

  private static func level(_ expression: Expression) -> Level {
    switch expression.kind {
    case .formatted: .whole
    case .or: .disjunction
    case .and: .conjunction
    case .not: .negation
    case .comparison, .membership, .isEmpty, .matches: .comparison
    case .arithmetic(.add, _, _), .arithmetic(.subtract, _, _): .sum
    case .arithmetic: .product
    case .literal, .column, .path, .percent: .operand
    }
  }

  private static func of(_ expression: Expression, atLeast required: Level) -> String {
    level(expression).rawValue < required.rawValue ? "(" + of(expression) + ")" : of(expression)
  }

  private static func of(_ membership: Membership) -> String {
    switch membership {
    case .list(let literals): "[" + literals.map { of($0) }.joined(separator: ", ") + "]"
    case .range(let lower, let upper): of(lower) + ".." + of(upper)
    case .network(let block): block.text
    }
  }

  private static func ofColumn(_ name: ByteString) -> String {
    let isPlain = name.bytes.allSatisfy { byte in
      byte.isASCIILetter || (byte >= 0x30 && byte <= 0x39) || "_@.-".utf8.contains(byte)
    }
    let startsPlainly = name.bytes.first.map { $0.isASCIILetter || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "@") } ?? false
    guard isPlain, startsPlainly else { return "column(\(quoted(name)))" }
    let text = String(decoding: name.bytes, as: UTF8.self)
    return ExpressionToken.words.contains(text) ? "column(\"\(text)\")" : text
  }

  private static func of(_ pattern: Pattern) -> String {
    var text = "/"
    var isEscaped = false
    for scalar in String(decoding: pattern.source.bytes, as: UTF8.self).unicodeScalars {
      if scalar == "/", !isEscaped { text += "\\" }
      text.unicodeScalars.append(scalar)
      isEscaped = scalar == "\\" && !isEscaped
    }
    return text + "/"
  }

  /// Whole numbers of the units from days down to nanoseconds.
  private static func of(_ span: TimeSpan) -> String {
    var rest = span.nanoseconds.magnitude
    guard rest > 0 else { return "0s" }
    var text = span.nanoseconds < 0 ? "-" : ""
    let units: [(UInt64, String)] = [
      (86_400_000_000_000, "d"), (3_600_000_000_000, "h"), (60_000_000_000, "m"), (1_000_000_000, "s"), (1_000_000, "ms"), (1_000, "us"),
      (1, "ns"),
    ]
    for (length, unit) in units where rest >= length {
      text += "\(rest / length)\(unit)"
      rest %= length
    }
    return text
  }

  /// Between double quotes; what can't be seen, and bytes that are not UTF-8, as escapes.
  private static func quoted(_ text: ByteString) -> String {
    var quoted = "\""
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = text.bytes.makeIterator()
    var offset = 0
    parsing: while true {
      switch parser.parseScalar(from: &bytes) {
      case .valid(let encoded):
        quoted += escaped(Unicode.UTF8.decode(encoded))
        offset += encoded.count
      case .error(let length):
        for byte in text.bytes[offset..<offset + length] { quoted += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16) }
        offset += length
      case .emptyInput: break parsing
      }
    }
    return quoted + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      return "\\u{" + String(scalar.value, radix: 16) + "}"
    default: return String(scalar)
    }
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
}
