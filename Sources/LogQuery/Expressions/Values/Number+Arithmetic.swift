import LogRecords

/// Exact where both numbers are whole and the result fits; else in double precision.
extension Number {
  /// A finite double as a number: whole where an `Int64` holds it; nil for infinities and not-a-number.
  init?(exactly double: Double) {
    guard double.isFinite else { return nil }
    self = Int64(exactly: double).map(Number.integer) ?? .decimal(double)
  }

  /// The result of an operation; nil for a division by zero and for what overflows a double.
  static func calculate(_ operation: Arithmetic, _ left: Number, _ right: Number) -> Number? {
    if case .integer(let first) = left, case .integer(let second) = right, let whole = whole(operation, first, second) {
      return .integer(whole)
    }
    switch operation {
    case .add: return Number(exactly: left.double + right.double)
    case .subtract: return Number(exactly: left.double - right.double)
    case .multiply: return Number(exactly: left.double * right.double)
    case .divide: return right.double == 0 ? nil : Number(exactly: left.double / right.double)
    }
  }

  private static func whole(_ operation: Arithmetic, _ left: Int64, _ right: Int64) -> Int64? {
    let result: (partialValue: Int64, overflow: Bool)
    switch operation {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    case .divide:
      guard right != 0, !left.remainderReportingOverflow(dividingBy: right).overflow, left % right == 0 else { return nil }
      result = (left / right, false)
    }
    return result.overflow ? nil : result.partialValue
  }

  /// Which of two numbers is larger, without rounding either.
  func order(to other: Number) -> ValueOrder {
    switch (self, other) {
    case (.integer(let left), .integer(let right)): ValueOrder(left, right)
    case (.decimal(let left), .decimal(let right)): ValueOrder(left, right)
    case (.integer(let left), .decimal(let right)): Self.order(left, right)
    case (.decimal(let left), .integer(let right)): Self.order(right, left).reversed
    }
  }

  private static func order(_ whole: Int64, _ decimal: Double) -> ValueOrder {
    if decimal >= 0x1p63 { return .less }
    if decimal < -0x1p63 { return .greater }
    let towardZero = decimal.rounded(.towardZero)
    let order = ValueOrder(whole, Int64(towardZero))
    return order == .equal ? ValueOrder(towardZero, decimal) : order
  }
}
