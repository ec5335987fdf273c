import Diagnostics
import LogRecords
import SafeText

/// Finds the columns that an expression over rows names, and settles its types.
///
/// A name is a column of that name, else the column with that role. What a cell is taken for depends on what it is compared with:
/// - a text: its bytes; in the column with the outcome role a text that spells an outcome stands for that outcome, however the cell spells it;
/// - a number, or a calculation: its number;
/// - a time: its time; the column with the time role is a time in calculations too;
/// - `true` and `false`: success and failure, in any column;
/// - another column: both bytes with `==`, `!=`, `contains`, `starts with` and `ends with`; both numbers with `<` and its like; both times if
///   either column has the time role.
///
/// A cell without a value, or without one of that type, fails every comparison; `a != b` is `not (a == b)`, so it holds there.
public struct RowExpressionChecker {
  let columns: [Column]
  private(set) var errors: [ExpressionError] = []
  private(set) var used: Set<Int> = []

  /// The filter that an expression over rows is.
  ///
  /// - Throws: every mistake: unknown columns with near names, comparisons between types that do not go together.
  public static func check(_ expression: Expression, columns: [Column]) throws(ExpressionErrors) -> RowFilter {
    var checker = RowExpressionChecker(columns: columns)
    let test = checker.test(expression)
    guard let test, checker.errors.isEmpty else { throw ExpressionErrors(checker.errors) }
    return RowFilter(columns: checker.used.sorted(), test: test)
  }

  private init(columns: [Column]) { self.columns = columns }

  /// What an operand is before its neighbour is known.
  enum Operand {
    /// A cell: text, or whatever it is compared with.
    case column(Int)
    /// The cell of the column with the time role.
    case timeColumn(Int)
    case text(ByteString)
    case boolean(Bool)
    /// A constant or calculation.
    case scalar(RowScalar, ScalarType)
  }

  /// What a calculation gives.
  enum ScalarType: String {
    case number = "a number"
    case time = "a time"
    case duration = "a duration"
  }

  /// The test that a part of the expression is; nil, with the mistake noted, if it is none.
  mutating func test(_ expression: Expression) -> RowTest? {
    switch expression.kind {
    case .not(let operand): return test(operand).map(RowTest.not)
    case .and(let left, let right): return joined(test(left), test(right)).map(Self.conjunction)
    case .or(let left, let right): return joined(test(left), test(right)).map(Self.disjunction)
    case .comparison(let comparison, let left, let right):
      guard let (first, second) = joined(operand(left), operand(right)) else { return nil }
      return compare(first, comparison, second, in: expression)
    case .membership(let operand, let membership):
      return self.operand(operand).flatMap { isMember($0, of: membership, in: expression) }
    case .isEmpty(let operand): return column(operand, for: "is empty").map { .isEmpty(column: $0) }
    case .matches(let operand, let pattern):
      do { _ = try RegularExpression(pattern) } catch { return fail("the pattern can't be used: \(error.message)", expression) }
      return column(operand, for: "matches").map { .matches(column: $0, pattern) }
    case .column(let name):
      return fail("‘\(name.visible)’ is not true or false by itself; compare it: \(name.visible) == true", expression)
    case .formatted, .percent, .path: return fail("this belongs to expressions over results; over rows there are columns", expression)
    case .literal, .arithmetic: return fail("true or false is needed here, such as a comparison", expression)
    }
  }

  /// The operand that a part of the expression is; nil, with the mistake noted, if it is none.
  mutating func operand(_ expression: Expression) -> Operand? {
    switch expression.kind {
    case .literal(.text(let text)): return .text(text)
    case .literal(.boolean(let truth)): return .boolean(truth)
    case .literal(let literal): return Self.scalar(literal)
    case .column(let name): return column(named: name, at: expression.range)
    case .arithmetic(let operation, let left, let right):
      guard let (first, second) = joined(operand(left), operand(right)) else { return nil }
      return calculate(operation, first, second, in: expression)
    case .percent, .formatted, .path: return fail("this belongs to expressions over results; over rows there are columns", expression)
    default: return fail("true or false can't be compared or calculated with; join them with ‘and’, ‘or’, ‘not’", expression)
    }
  }

  static func scalar(_ literal: Literal) -> Operand? {
    switch literal {
    case .text(let text): .text(text)
    case .boolean(let truth): .boolean(truth)
    case .integer, .decimal: .scalar(.constant(Value(literal)), .number)
    case .duration: .scalar(.constant(Value(literal)), .duration)
    case .time: .scalar(.constant(Value(literal)), .time)
    }
  }

  private mutating func column(named name: ByteString, at range: Range<Int>) -> Operand? {
    guard let text = String(validating: name.bytes, as: UTF8.self), let index = columns.index(named: text) else {
      errors.append(ExpressionError("unknown column ‘\(name.visible)’" + hint(for: name), at: range))
      return nil
    }
    used.insert(index)
    return columns[index].role == .time ? .timeColumn(index) : .column(index)
  }

  /// Near names; or, where `a-b` is no column but `a` and `b` are, that a difference has spaces; or how "no value" is said.
  private func hint(for name: ByteString) -> String {
    let text = String(decoding: name.bytes, as: UTF8.self)
    let parts = text.split(separator: "-", maxSplits: 1)
    if parts.count == 2, parts.allSatisfy({ columns.index(named: String($0)) != nil }) {
      return "; a difference has spaces: \(parts[0]) - \(parts[1])"
    }
    if ["null", "nil", "none"].contains(text.lowercased()) { return "; a cell without a value is found by ‘is empty’" }
    let known = columns.map(\.name) + columns.compactMap { $0.role?.rawValue } + ["true", "false"]
    return NearestNames.hint(for: text, among: known)
  }

  /// The column that an operand must be.
  private mutating func column(_ expression: Expression, for operation: String) -> Int? {
    switch operand(expression) {
    case .column(let index), .timeColumn(let index): return index
    case nil: return nil
    default: return fail("‘\(operation)’ takes a column", expression)
    }
  }

  private func joined<Part>(_ left: Part?, _ right: Part?) -> (Part, Part)? {
    guard let left, let right else { return nil }
    return (left, right)
  }

  private static func conjunction(_ left: RowTest, _ right: RowTest) -> RowTest {
    if case .all(let tests) = left { return .all(tests + [right]) }
    return .all([left, right])
  }

  private static func disjunction(_ left: RowTest, _ right: RowTest) -> RowTest {
    if case .any(let tests) = left { return .any(tests + [right]) }
    return .any([left, right])
  }

  /// Notes a mistake.
  mutating func fail<Result>(_ message: String, _ expression: Expression) -> Result? {
    errors.append(ExpressionError(message, at: expression.range))
    return nil
  }
}
