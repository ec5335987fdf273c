import CivilTime
import LogRecords
import SafeText

extension Value {
  /// The value of a constant.
  init(_ literal: Literal) {
    switch literal {
    case .text(let text): self = .text(text)
    case .integer(let number): self = .integer(number)
    case .decimal(let number): self = Number(exactly: number).map(Value.init) ?? .missing
    case .boolean(let truth): self = .boolean(truth)
    case .duration(let span): self = .duration(span)
    case .time(let time): self = .time(time)
    }
  }

  /// A number as a value.
  init(_ number: Number) {
    switch number {
    case .integer(let whole): self = .integer(whole)
    case .decimal(let decimal): self = .decimal(decimal)
    }
  }

  /// The value as an exact number, if it is one; a duration is none.
  var exactNumber: Number? {
    switch self {
    case .integer(let whole): .integer(whole)
    case .decimal(let decimal): Number(exactly: decimal)
    default: nil
    }
  }

  /// How it stands to a value of the same type: numbers by size, text by bytes; nil where there is no order.
  func order(to other: Value) -> ValueOrder? {
    switch (self, other) {
    case (.text(let left), .text(let right)): return ValueOrder(left, right)
    case (.time(let left), .time(let right)): return ValueOrder(left, right)
    case (.duration(let left), .duration(let right)): return ValueOrder(left, right)
    default:
      guard let left = exactNumber, let right = other.exactNumber else { return nil }
      return left.order(to: right)
    }
  }

  /// What it is, with its article, for a message.
  var typeName: String {
    switch self {
    case .missing: "no value"
    case .text: "text"
    case .integer, .decimal: "a number"
    case .time: "a time"
    case .duration: "a duration"
    case .boolean: "true or false"
    }
  }
}
