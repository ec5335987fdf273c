import CivilTime
import LogRecords

/// Why an operation on values has no result.
enum CalculationFailure: Error, Hashable {
  /// The operation does not exist for these types.
  case types
  case divisionByZero
  /// The result lies outside what its type holds.
  case outOfRange
}

extension Value {
  /// The result of an operation: on numbers, and on times and durations where it means something
  /// (time − time, time ± duration, duration ± duration, duration × number, duration ÷ number, duration ÷ duration).
  static func calculate(_ operation: Arithmetic, _ left: Value, _ right: Value) throws(CalculationFailure) -> Value {
    switch (left, operation, right) {
    case (.time(let end), .subtract, .time(let start)):
      return .duration(TimeSpan(nanoseconds: try whole(.subtract, end.nanoseconds, start.nanoseconds)))
    case (.time(let time), .add, .duration(let span)), (.time(let time), .subtract, .duration(let span)),
      (.duration(let span), .add, .time(let time)):
      return .time(Timestamp(nanoseconds: try whole(operation, time.nanoseconds, span.nanoseconds)))
    case (.duration(let first), .add, .duration(let second)), (.duration(let first), .subtract, .duration(let second)):
      return .duration(TimeSpan(nanoseconds: try whole(operation, first.nanoseconds, second.nanoseconds)))
    case (.duration(let part), .divide, .duration(let whole)):
      return Value(try number(.divide, .integer(part.nanoseconds), .integer(whole.nanoseconds)))
    case (.duration(let span), .multiply, _), (.duration(let span), .divide, _):
      guard let factor = right.exactNumber else { throw .types }
      return .duration(try rounded(try number(operation, .integer(span.nanoseconds), factor)))
    case (_, .multiply, .duration(let span)):
      guard let factor = left.exactNumber else { throw .types }
      return .duration(try rounded(try number(.multiply, .integer(span.nanoseconds), factor)))
    default:
      guard let first = left.exactNumber, let second = right.exactNumber else { throw .types }
      return Value(try number(operation, first, second))
    }
  }

  private static func number(_ operation: Arithmetic, _ left: Number, _ right: Number) throws(CalculationFailure) -> Number {
    if operation == .divide, right == .integer(0) { throw .divisionByZero }
    guard let result = Number.calculate(operation, left, right) else { throw .outOfRange }
    return result
  }

  private static func whole(_ operation: Arithmetic, _ left: Int64, _ right: Int64) throws(CalculationFailure) -> Int64 {
    guard case .integer(let result) = Number.calculate(operation, .integer(left), .integer(right)) else { throw .outOfRange }
    return result
  }

  /// The span of so many nanoseconds, rounded to whole ones.
  private static func rounded(_ nanoseconds: Number) throws(CalculationFailure) -> TimeSpan {
    guard let whole = Int64(exactly: nanoseconds.double.rounded()) else { throw .outOfRange }
    if case .integer(let exact) = nanoseconds { return TimeSpan(nanoseconds: exact) }
    return TimeSpan(nanoseconds: whole)
  }
}
