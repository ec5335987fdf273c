import LogRecords

extension RowExpressionChecker {
  /// The calculation of two operands.
  mutating func calculate(_ operation: Arithmetic, _ left: Operand, _ right: Operand, in expression: Expression) -> Operand? {
    guard let first = Self.settled(left, operation, with: right, isFirst: true),
      let second = Self.settled(right, operation, with: left, isFirst: false),
      let type = Self.type(first.type, operation, second.type)
    else {
      return fail(
        "‘\(operation.rawValue)’ does not go with \(Self.description(left)) and \(Self.description(right))", expression)
    }
    return .scalar(.arithmetic(operation, first.scalar, second.scalar), type)
  }

  /// Two operands as values of one type, with a column taken for what the other one is; nil if they have no common type.
  func scalars(_ left: Operand, _ right: Operand) -> (RowScalar, RowScalar, ScalarType)? {
    switch (left, right) {
    case (.scalar(let first, let type), .scalar(let second, let other)):
      return type == other && !isConstant(first, second) ? (first, second, type) : nil
    case (.timeColumn(let first), .timeColumn(let second)), (.timeColumn(let first), .column(let second)),
      (.column(let first), .timeColumn(let second)):
      return (.time(column: first), .time(column: second), .time)
    case (.timeColumn(let column), .scalar(let scalar, .time)), (.column(let column), .scalar(let scalar, .time)):
      return (.time(column: column), scalar, .time)
    case (.scalar(let scalar, .time), .timeColumn(let column)), (.scalar(let scalar, .time), .column(let column)):
      return (scalar, .time(column: column), .time)
    case (.column(let column), .scalar(let scalar, .number)): return (.number(column: column), scalar, .number)
    case (.scalar(let scalar, .number), .column(let column)): return (scalar, .number(column: column), .number)
    default: return nil
    }
  }

  private func isConstant(_ left: RowScalar, _ right: RowScalar) -> Bool {
    guard case .constant = left, case .constant = right else { return false }
    return true
  }

  /// An operand of a calculation as a value; a column without a role is a time beside a duration, or where a time is taken from it or it is
  /// taken from a time, and else a number.
  private static func settled(
    _ operand: Operand, _ operation: Arithmetic, with other: Operand, isFirst: Bool
  ) -> (scalar: RowScalar, type: ScalarType)? {
    switch operand {
    case .scalar(let scalar, let type): return (scalar, type)
    case .timeColumn(let column): return (.time(column: column), .time)
    case .column(let column):
      switch (other, operation) {
      case (.scalar(_, .duration), .add), (.scalar(_, .time), .subtract), (.timeColumn, .subtract):
        return (.time(column: column), .time)
      case (.scalar(_, .duration), .subtract) where isFirst: return (.time(column: column), .time)
      default: return (.number(column: column), .number)
      }
    case .text, .boolean: return nil
    }
  }

  /// The type of a calculation, as ``Value/calculate(_:_:_:)`` has it; nil if there is none.
  private static func type(_ left: ScalarType, _ operation: Arithmetic, _ right: ScalarType) -> ScalarType? {
    switch (left, operation, right) {
    case (.number, _, .number), (.duration, .divide, .duration): .number
    case (.time, .subtract, .time), (.duration, .add, .duration), (.duration, .subtract, .duration), (.duration, .multiply, .number),
      (.number, .multiply, .duration), (.duration, .divide, .number):
      .duration
    case (.time, .add, .duration), (.time, .subtract, .duration), (.duration, .add, .time): .time
    default: nil
    }
  }
}
