import CivilTime
import Diagnostics
import LogRecords
import SafeText

extension RowExpressionChecker {
  /// The test that a comparison of two operands is.
  mutating func compare(_ left: Operand, _ comparison: Comparison, _ right: Operand, in expression: Expression) -> RowTest? {
    if comparison == .notEqual { return compare(left, .equal, right, in: expression).map(RowTest.not) }
    switch (left, right) {
    case (.column(let column), .text(let text)), (.timeColumn(let column), .text(let text)):
      return compare(column, comparison, text, in: expression)
    case (.column(let column), .boolean(let truth)):
      guard comparison == .equal else { return fail("true and false compare with == and != only", expression) }
      return .outcome(column: column, truth ? .success : .failure)
    case (.column(let first), .column(let second)):
      switch comparison {
      case .less, .lessOrEqual, .greater, .greaterOrEqual: return .scalars(.number(column: first), comparison, .number(column: second))
      default: return .columns(first, comparison, second)
      }
    case (.text, .column), (.text, .timeColumn), (.boolean, .column):
      guard let mirrored = comparison.mirrored else { return fail("‘\(comparison.rawValue)’ takes the column first", expression) }
      return compare(right, mirrored, left, in: expression)
    default: break
    }
    guard comparison.mirrored != nil else {
      return fail("‘\(comparison.rawValue)’ takes a column and a text between double quotes", expression)
    }
    guard let (first, second, type) = scalars(left, right) else {
      return fail(
        "‘\(comparison.rawValue)’ can't compare \(Self.description(left)) with \(Self.description(right))" + Self.advice(left, right),
        expression)
    }
    return Self.compare(first, comparison, second, type: type)
  }

  /// The test that `in` is.
  mutating func isMember(_ operand: Operand, of membership: Membership, in expression: Expression) -> RowTest? {
    switch membership {
    case .network(let block):
      guard case .column(let column) = operand else { return fail("‘in’ with a network takes a column", expression) }
      return .network(column: column, block)
    case .range(let lower, let upper):
      guard let first = Self.scalar(lower), let last = Self.scalar(upper),
        let above = compare(operand, .greaterOrEqual, first, in: expression), let below = compare(operand, .less, last, in: expression)
      else { return nil }
      if case .time(let column, let from) = above, case .time(_, let to) = below {
        return .time(column: column, from.lowerBound...to.upperBound)
      }
      return .all([above, below])
    case .list(let literals):
      var texts: [ByteString] = []
      var others: [RowTest] = []
      for literal in literals {
        guard let constant = Self.scalar(literal), let test = compare(operand, .equal, constant, in: expression) else { return nil }
        if case .text(_, .equal, let text) = test {
          if !texts.contains(text) { texts.append(text) }
        } else if !others.contains(test) {
          others.append(test)
        }
      }
      switch operand {
      case .column(let column) where !texts.isEmpty, .timeColumn(let column) where !texts.isEmpty:
        others.insert(.textIn(column: column, EqualTexts(texts)), at: 0)
      default: break
      }
      return .any(others)
    }
  }

  /// A column against a text: by bytes, but outcomes by what they mean.
  private mutating func compare(
    _ column: Int, _ comparison: Comparison, _ text: ByteString, in expression: Expression
  ) -> RowTest? {
    if text.bytes.isEmpty, comparison.mirrored != nil {
      return fail("no cell compares with an empty text; write ‘is empty’, or ‘not (… is empty)’", expression)
    }
    guard comparison == .equal, columns[column].role == .outcome else { return .text(column: column, comparison, text) }
    if let outcome = Outcome.allCases.first(where: { $0.text == text }) { return .outcome(column: column, outcome) }
    if let outcome = OutcomeParser.parse(text.bytes), outcome != .unknown { return .outcome(column: column, outcome) }
    let hint = NearestNames.hint(for: text.visible, among: Outcome.allCases.map(\.text.visible))
    guard hint.isEmpty else { return fail("‘\(text.visible)’ is no outcome" + hint, expression) }
    return .text(column: column, comparison, text)
  }

  /// A comparison of two values of one type, in its fastest form.
  private static func compare(
    _ left: RowScalar, _ comparison: Comparison, _ right: RowScalar, type: ScalarType
  ) -> RowTest {
    switch (left, right) {
    case (.number(let column), .constant(let value)):
      if let number = value.exactNumber { return .number(column: column, comparison, number) }
    case (.time(let column), .constant(.time(let time))):
      if let range = range(comparison, time.nanoseconds) { return .time(column: column, range) }
    case (.constant, .number), (.constant, .time):
      if let mirrored = comparison.mirrored { return compare(right, mirrored, left, type: type) }
    default: break
    }
    return .scalars(left, comparison, right)
  }

  /// The whole numbers that compare so with one; nil where there are none, and for `!=` and the comparisons of text.
  private static func range(_ comparison: Comparison, _ bound: Int64) -> ClosedRange<Int64>? {
    switch comparison {
    case .equal: bound...bound
    case .less: bound == .min ? nil : .min...(bound - 1)
    case .lessOrEqual: .min...bound
    case .greater: bound == .max ? nil : (bound + 1) ... .max
    case .greaterOrEqual: bound ... .max
    case .notEqual, .contains, .startsWith, .endsWith: nil
    }
  }

  static func description(_ operand: Operand) -> String {
    switch operand {
    case .column: "a column"
    case .timeColumn: "the time of a row"
    case .text: "text"
    case .boolean: "true or false"
    case .scalar(_, let type): type.rawValue
    }
  }

  private static func advice(_ left: Operand, _ right: Operand) -> String {
    switch (left, right) {
    case (.text, .text): "; a column is written without quotes"
    case (.scalar(.constant, _), .scalar(.constant, _)): "; a column is missing"
    case (.column, .scalar(_, .duration)), (.scalar(_, .duration), .column): "; a cell has no unit"
    case (.timeColumn, .scalar(_, .number)), (.scalar(_, .number), .timeColumn): "; a time is written 2026-11-01T00:00:00Z"
    default: ""
    }
  }
}
