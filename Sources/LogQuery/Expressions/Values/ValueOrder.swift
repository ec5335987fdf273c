/// How one value stands to another.
enum ValueOrder: Hashable {
  case less
  case equal
  case greater

  @inline(__always)
  init<Operand: Comparable>(_ left: Operand, _ right: Operand) {
    self = left < right ? .less : left == right ? .equal : .greater
  }

  /// The order with the two values exchanged.
  var reversed: ValueOrder {
    switch self {
    case .less: .greater
    case .equal: .equal
    case .greater: .less
    }
  }
}

extension Comparison {
  /// Whether a comparison of order holds; `contains` and its like ask for none and never hold.
  @inline(__always)
  func holds(_ order: ValueOrder) -> Bool {
    switch self {
    case .equal: order == .equal
    case .notEqual: order != .equal
    case .less: order == .less
    case .lessOrEqual: order != .greater
    case .greater: order == .greater
    case .greaterOrEqual: order != .less
    case .contains, .startsWith, .endsWith: false
    }
  }

  /// The comparison that says the same with its sides exchanged; nil for `contains` and its like.
  var mirrored: Comparison? {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .contains, .startsWith, .endsWith: nil
    }
  }
}
