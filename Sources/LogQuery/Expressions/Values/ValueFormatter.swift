import CivilTime
import LogRecords
import SafeText

/// A value as a reader sees it and as a program reads it.
public struct FormattedValue: Hashable, Sendable {
  /// For a reader: `1,042`, `82%`, `27 Mar 2017 13:06`; text from a log in its visible form.
  public var text: String
  /// For the `value` of `<data>` or the `datetime` of `<time>`: digits, RFC 3339, or an ISO 8601 duration in seconds (`PT90.5S`);
  /// empty for "no value".
  public var machineValue: String

  /// A value in both forms.
  public init(text: String, machineValue: String) {
    self.text = text
    self.machineValue = machineValue
  }
}

/// Writes values.
public enum ValueFormatter {
  /// A value written by a format, or by the one that fits its type: whole numbers with thousands set apart, others with three figures.
  ///
  /// `percent`, `count` and `bytes` take numbers; `duration` takes durations, and numbers as seconds; `time` takes times. "No value" is
  /// written as such by all of them.
  /// - Throws: a format that does not fit, with the place given.
  public static func format(
    _ value: Value, as format: ValueFormat? = nil, at range: Range<Int> = 0..<0
  ) throws(ExpressionError) -> FormattedValue {
    if value == .missing { return FormattedValue(text: "no value", machineValue: "") }
    guard let format else { return FormattedValue(text: text(value), machineValue: machineValue(value)) }
    guard let text = text(value, as: format) else {
      throw ExpressionError("‘as \(format.rawValue)’ does not fit \(value.typeName)", at: range)
    }
    return FormattedValue(text: text, machineValue: machineValue(value))
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .missing: "no value"
    case .text(let text): text.visible
    case .integer(let number): NumberText.count(Int(number))
    case .decimal(let number): NumberText.decimal(number)
    case .time(let time): NumberText.time(time)
    case .duration(let span): NumberText.duration(span)
    case .boolean(let truth): truth ? "true" : "false"
    }
  }

  /// Nil where the format does not fit the type.
  private static func text(_ value: Value, as format: ValueFormat) -> String? {
    switch (format, value) {
    case (.time, .time(let time)): return NumberText.time(time)
    case (.duration, .duration(let span)): return NumberText.duration(span)
    case (.time, _): return nil
    default: break
    }
    guard let number = value.exactNumber else { return nil }
    switch format {
    case .percent: return NumberText.percent(number.double)
    case .bytes: return NumberText.bytes(number.double)
    case .count:
      if case .integer(let whole) = number { return NumberText.count(Int(whole)) }
      return NumberText.decimal(number.double.rounded(.toNearestOrAwayFromZero))
    case .duration: return span(seconds: number).map(NumberText.duration)
    case .time: return nil
    }
  }

  private static func span(seconds: Number) -> TimeSpan? {
    guard case .duration(let span)? = try? Value.calculate(.multiply, .duration(.seconds(1)), Value(seconds)) else { return nil }
    return span
  }

  private static func machineValue(_ value: Value) -> String {
    switch value {
    case .missing: ""
    case .text(let text): text.visible
    case .integer(let number): String(number)
    case .decimal(let number): "\(number)"
    case .time(let time): time.rfc3339
    case .duration(let span): seconds(span)
    case .boolean(let truth): truth ? "true" : "false"
    }
  }

  /// `PT90.5S`.
  private static func seconds(_ span: TimeSpan) -> String {
    let whole = span.nanoseconds.magnitude / 1_000_000_000
    let billionths = String(span.nanoseconds.magnitude % 1_000_000_000)
    var fraction = String(repeating: "0", count: 9 - billionths.utf8.count) + billionths
    while fraction.utf8.last == UInt8(ascii: "0") { fraction.removeLast() }
    return (span.nanoseconds < 0 ? "-" : "") + "PT\(whole)" + (fraction.isEmpty ? "" : "." + fraction) + "S"
  }
}
