import CivilTime
import LogRecords
import SafeText

/// Works out expressions over results: `{{…}}` and claims.
///
/// Numbers compare by size, text by bytes, times and durations among themselves; other pairs are an error, and so is "no value" anywhere but
/// before `is empty`. `and` and `or` leave out their right side where the left one decides.
public struct ResultExpressionEvaluator<Scope: ResultScope> {
  let scope: Scope

  /// An evaluator for the names of a scope.
  public init(scope: Scope) { self.scope = scope }

  /// The value of an expression; a format at its end does not change it (see ``ValueFormatter``).
  ///
  /// - Throws: every mistake found in the parts that count, at its place.
  public func value(of expression: Expression) throws(ExpressionErrors) -> Value {
    switch expression.kind {
    case .literal(let literal): return Value(literal)
    case .path(let path):
      do { return try scope.value(of: path, at: expression.range) } catch { throw ExpressionErrors([error]) }
    case .column(let name): throw Self.error("over results there are figures, no columns such as ‘\(name.visible)’", expression)
    case .formatted(let operand, _): return try value(of: operand)
    case .not(let operand): return .boolean(try !truth(of: operand))
    case .and(let left, let right): return .boolean(try truth(of: left) ? truth(of: right) : false)
    case .or(let left, let right): return .boolean(try truth(of: left) ? true : truth(of: right))
    case .isEmpty(let operand): return .boolean(Self.isEmpty(try value(of: operand)))
    case .comparison(let comparison, let left, let right):
      let (first, second) = try values(of: left, right)
      return .boolean(try compare(first, comparison, second, in: expression))
    case .membership(let operand, let membership):
      return .boolean(try isMember(try present(operand), of: membership, in: expression))
    case .matches(let operand, let pattern): return .boolean(try matches(try present(operand), pattern, in: expression))
    case .arithmetic(let operation, let left, let right):
      let (first, second) = try values(of: left, right)
      return try calculate(operation, first, second, in: expression)
    case .percent(let part, let whole):
      let (first, second) = try values(of: part, whole)
      return try calculate(.divide, first, second, in: expression)
    }
  }

  /// Whether an expression holds: the verdict of a claim.
  ///
  /// - Throws: also where its value is not true or false.
  public func truth(of expression: Expression) throws(ExpressionErrors) -> Bool {
    let value = try value(of: expression)
    guard case .boolean(let truth) = value else {
      throw Self.error("true or false is needed here, such as a comparison; this is \(value.typeName)", expression)
    }
    return truth
  }

  /// What the one comparison that decides a claim looked at, for "found 7": of a comparison the side that is not a constant (the left of two);
  /// of `and` the first side that does not hold, of `or` the last. Nil if there is none or it has no value.
  public func found(in expression: Expression) -> Value? {
    switch expression.kind {
    case .comparison(_, let left, let right):
      if case .literal = left.kind { return try? value(of: right) }
      return try? value(of: left)
    case .membership(let operand, _), .matches(let operand, _), .isEmpty(let operand): return try? value(of: operand)
    case .not(let operand): return found(in: operand)
    case .and(let left, let right): return found(in: (try? truth(of: left)) == false ? left : right)
    case .or(_, let right): return found(in: right)
    default: return nil
    }
  }

  // MARK: Operands

  /// The value of an operand that must have one.
  private func present(_ operand: Expression) throws(ExpressionErrors) -> Value {
    let value = try value(of: operand)
    guard value != .missing else { throw Self.error("there is no value here to work with", operand) }
    return value
  }

  /// The values of both operands, or the mistakes in both.
  private func values(of left: Expression, _ right: Expression) throws(ExpressionErrors) -> (Value, Value) {
    let first: Value
    do throws(ExpressionErrors) {
      first = try present(left)
    } catch let errors {
      do throws(ExpressionErrors) { _ = try present(right) } catch { throw ExpressionErrors(errors.all + error.all) }
      throw errors
    }
    return (first, try present(right))
  }

  private static func isEmpty(_ value: Value) -> Bool { value == .missing || value == .text("") }

  private static func error(_ message: String, _ expression: Expression) -> ExpressionErrors {
    ExpressionErrors([ExpressionError(message, at: expression.range)])
  }

  // MARK: Operations

  private func compare(
    _ left: Value, _ comparison: Comparison, _ right: Value, in expression: Expression
  ) throws(ExpressionErrors) -> Bool {
    if comparison.mirrored == nil {
      guard case .text(let whole) = left, case .text(let part) = right else {
        throw Self.error("‘\(comparison.rawValue)’ takes two texts, not \(left.typeName) and \(right.typeName)", expression)
      }
      return comparison.holds(whole, part)
    }
    if case .boolean(let first) = left, case .boolean(let second) = right, comparison == .equal || comparison == .notEqual {
      return (first == second) == (comparison == .equal)
    }
    guard let order = left.order(to: right) else {
      throw Self.error("‘\(comparison.rawValue)’ can't compare \(left.typeName) with \(right.typeName)", expression)
    }
    return comparison.holds(order)
  }

  private func isMember(_ value: Value, of membership: Membership, in expression: Expression) throws(ExpressionErrors) -> Bool {
    switch membership {
    case .list(let literals):
      var isMember = false
      for literal in literals where try compare(value, .equal, Value(literal), in: expression) { isMember = true }
      return isMember
    case .range(let lower, let upper):
      let startsBefore = try compare(value, .greaterOrEqual, Value(lower), in: expression)
      let endsAfter = try compare(value, .less, Value(upper), in: expression)
      return startsBefore && endsAfter
    case .network(let block):
      guard case .text(let text) = value else { throw Self.error("a network holds addresses, not \(value.typeName)", expression) }
      return AddressParser.parse(text.bytes).map(block.contains) ?? false
    }
  }

  private func matches(_ value: Value, _ pattern: Pattern, in expression: Expression) throws(ExpressionErrors) -> Bool {
    guard case .text(let text) = value else { throw Self.error("‘matches’ takes text, not \(value.typeName)", expression) }
    do throws(RegularExpression.Mistake) {
      let verdict = try RegularExpression(pattern).search(text)
      guard verdict != .limitExceeded else { throw RegularExpression.Mistake(message: "the search takes too long") }
      return verdict == .found
    } catch { throw Self.error("the pattern can't be used: \(error.message)", expression) }
  }

  private func calculate(
    _ operation: Arithmetic, _ left: Value, _ right: Value, in expression: Expression
  ) throws(ExpressionErrors) -> Value {
    do { return try Value.calculate(operation, left, right) } catch {
      switch error {
      case .divisionByZero: throw Self.error("division by zero", expression)
      case .outOfRange: throw Self.error("the result of ‘\(operation.rawValue)’ is out of range", expression)
      case .types: throw Self.error("‘\(operation.rawValue)’ does not go with \(left.typeName) and \(right.typeName)", expression)
      }
    }
  }
}
