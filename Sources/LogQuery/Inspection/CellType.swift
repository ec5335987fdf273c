import LogRecords
import SafeText

/// What the values of a column are, as far as their text tells.
public enum CellType: String, CaseIterable, Hashable, Sendable {
  /// No values at all.
  case empty
  /// Instants.
  case time
  /// Whole numbers.
  case integer
  /// Numbers, not all of them whole.
  case decimal
  /// IPv4 or IPv6 addresses.
  case address
  /// Success and failure, in whatever spelling.
  case outcome
  /// Anything else.
  case text

  /// The narrowest type that all values have. Whole numbers are never taken for times, nor 0 and 1 for outcomes.
  public init(of values: [ByteString]) {
    let numbers = values.map { NumberParser.parse($0.bytes) }
    if values.isEmpty {
      self = .empty
    } else if numbers.allSatisfy({ $0 != nil }) {
      self = numbers.allSatisfy { if case .integer? = $0 { true } else { false } } ? .integer : .decimal
    } else if values.allSatisfy({ TimestampParser().parse($0.bytes) != nil }) {
      self = .time
    } else if values.allSatisfy({ AddressParser.parse($0.bytes) != nil }) {
      self = .address
    } else if values.allSatisfy({ [.success, .failure].contains(OutcomeParser.parse($0.bytes)) }) {
      self = .outcome
    } else {
      self = .text
    }
  }
}
