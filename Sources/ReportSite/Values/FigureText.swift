import LogQuery
import SafeText

/// How the keys and values of groups are written in charts, tables and exact CSV files.
enum FigureText {
  /// The key of rows whose cell is empty.
  static let noValue: ByteString = "(no value)"

  /// A key's exact bytes: text as the log wrote it, times as RFC 3339, numbers in fixed point.
  static func key(_ value: Value) -> ByteString {
    switch value {
    case .missing: noValue
    case .text(let text): text.bytes.isEmpty ? noValue : text
    case .integer, .decimal, .time, .duration, .boolean: ByteString(exact(value))
    }
  }

  /// A key for a reader: times in words, numbers with thousands set apart.
  static func label(_ value: Value) -> ByteString {
    switch value {
    case .time(let time): ByteString(NumberText.time(time))
    case .integer, .decimal, .duration: ByteString(reading(value))
    case .missing, .text, .boolean: key(value)
    }
  }

  /// A measure for a reader.
  static func reading(_ value: Value) -> String {
    switch value {
    case .missing: "–"
    case .integer(let number): NumberText.count(Int(number))
    case .decimal(let number): NumberText.decimal(number)
    case .duration(let span): NumberText.duration(span)
    case .time(let time): NumberText.time(time)
    case .boolean(let truth): truth ? "true" : "false"
    case .text(let text): text.visible
    }
  }

  /// A measure for a program: no separators, nothing rounded away that matters.
  static func exact(_ value: Value) -> String {
    switch value {
    case .missing: ""
    case .integer(let number): String(number)
    case .decimal(let number): NumberText.fixed(number, decimals: 12, dropsZeros: true)
    case .duration(let span): NumberText.fixed(Double(span.nanoseconds) / 1e9, decimals: 9, dropsZeros: true)
    case .time(let time): time.rfc3339
    case .boolean(let truth): truth ? "true" : "false"
    case .text(let text): String(decoding: text.bytes, as: UTF8.self)
    }
  }
}
