/// Where in a record the reading of quoted fields stands between two bytes.
enum QuoteState: Int, CaseIterable, Sendable {
  /// Before the first byte of a field: a quote would open it.
  case fieldStart
  /// Within a field, outside quotes.
  case unquoted
  /// Within quotes.
  case quoted
  /// After a quote within quotes: one more would double it, anything else is outside.
  case quoteSeen

  /// The state after one more byte.
  func after(_ byte: UInt8, quote: UInt8, delimiter: UInt8) -> QuoteState {
    switch self {
    case .quoted: return byte == quote ? .quoteSeen : .quoted
    case .quoteSeen where byte == quote: return .quoted
    case .fieldStart where byte == quote: return .quoted
    default: return byte == delimiter || byte == UInt8(ascii: "\n") ? .fieldStart : .unquoted
    }
  }
}
