import CivilTime
import SafeText

/// A value of a result: what a key or a measure is, and what an expression over results gives.
public enum Value: Hashable, Sendable {
  /// No value: the key of rows whose cell is empty, a mean over nothing.
  case missing
  /// Text from a log, or a literal.
  case text(ByteString)
  /// A whole number.
  case integer(Int64)
  /// Any other finite number.
  case decimal(Double)
  /// An instant.
  case time(Timestamp)
  /// A span of time.
  case duration(TimeSpan)
  /// The answer of a comparison.
  case boolean(Bool)

  /// The value as a number where it is one (a duration in seconds).
  public var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .decimal(let number): number
    case .duration(let span): Double(span.nanoseconds) / 1e9
    default: nil
    }
  }
}
