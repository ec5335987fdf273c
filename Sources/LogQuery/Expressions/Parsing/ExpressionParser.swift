import Diagnostics
import SafeText

/// Reads the text of an expression.
///
/// Loosest first: `or`, `and`, `not`, one comparison, `+ -`, `* /`; over results the whole may end with `as FORMAT`.
public struct ExpressionParser {
  /// Longest text, in unicode scalars.
  public static let longest = 20_000
  /// How deep parentheses and `not` may nest.
  public static let deepest = 200
  /// Most operators in one expression, so that its tree is never deep enough to exhaust a stack.
  public static let mostOperators = 1_000

  let dialect: ExpressionDialect
  let tokens: [ExpressionToken]
  var position = 0
  private var nesting = 0
  private var operators = 0

  /// The expression that a text says.
  ///
  /// - Throws: what is wrong with it, at its line and column, with near names for a mistyped word.
  public static func parse(_ source: ExpressionSource, dialect: ExpressionDialect) throws(DiagnosticList) -> Expression {
    do throws(ExpressionError) {
      guard source.text.unicodeScalars.count <= longest else {
        throw ExpressionError("an expression has at most \(NumberText.count(longest)) characters", at: 0..<0)
      }
      var parser = ExpressionParser(
        dialect: dialect, tokens: try ExpressionLexer.tokens(of: source.text, dialect: dialect))
      return try parser.whole()
    } catch {
      throw source.diagnostics(ExpressionErrors([error]))
    }
  }

  /// The expression that a text at a place says; see ``parse(_:dialect:)``.
  public static func parse(
    _ text: String, dialect: ExpressionDialect, at location: SourceLocation, continuationColumn: Int = 1
  ) throws(DiagnosticList) -> Expression {
    try parse(ExpressionSource(text, at: location, continuationColumn: continuationColumn), dialect: dialect)
  }

  private init(dialect: ExpressionDialect, tokens: [ExpressionToken]) {
    self.dialect = dialect
    self.tokens = tokens
  }

  private mutating func whole() throws(ExpressionError) -> Expression {
    guard next.kind != .end else { throw ExpressionError("an expression is missing", at: next.range) }
    var expression = try disjunction()
    if dialect == .results, isNext(word: "as") {
      advance()
      expression = Expression(.formatted(expression, try format()), range: range(from: expression))
    }
    guard next.kind == .end else { throw unexpected() }
    return expression
  }

  private mutating func format() throws(ExpressionError) -> ValueFormat {
    let names = ValueFormat.allCases.map(\.rawValue)
    guard case .name(let name) = next.kind else {
      throw ExpressionError("after ‘as’ stands one of \(names.joined(separator: ", "))", at: next.range)
    }
    guard let format = ValueFormat(rawValue: name) else {
      let hint = NearestNames.hint(for: name, among: names)
      throw ExpressionError(
        "‘\(name)’ is no format" + (hint.isEmpty ? "; there are \(names.joined(separator: ", "))" : hint), at: next.range)
    }
    advance()
    return format
  }

  mutating func disjunction() throws(ExpressionError) -> Expression {
    var left = try conjunction()
    while isNext(word: "or") {
      advance()
      left = try node(.or(left, try conjunction()), from: left)
    }
    return left
  }

  private mutating func conjunction() throws(ExpressionError) -> Expression {
    var left = try negation()
    while isNext(word: "and") {
      advance()
      left = try node(.and(left, try negation()), from: left)
    }
    return left
  }

  private mutating func negation() throws(ExpressionError) -> Expression {
    guard isNext(word: "not") else { return try comparison() }
    let start = next.range.lowerBound
    advance()
    return try nested { parser throws(ExpressionError) in
      let operand = try parser.negation()
      return try parser.node(.not(operand), range: start..<operand.range.upperBound)
    }
  }

  mutating func sum() throws(ExpressionError) -> Expression {
    var left = try product()
    while let operation = arithmetic([.add, .subtract]) {
      advance()
      left = try node(.arithmetic(operation, left, try product()), from: left)
    }
    return left
  }

  private mutating func product() throws(ExpressionError) -> Expression {
    var left = try operand()
    while let operation = arithmetic([.multiply, .divide]) {
      advance()
      left = try node(.arithmetic(operation, left, try operand()), from: left)
    }
    return left
  }

  private func arithmetic(_ operations: [Arithmetic]) -> Arithmetic? {
    guard case .symbol(let symbol) = next.kind else { return nil }
    return operations.first { $0.rawValue == symbol }
  }

  // MARK: Tokens and nodes

  var next: ExpressionToken { tokens[min(position, tokens.count - 1)] }

  mutating func advance() { position += 1 }

  func isNext(word: String) -> Bool { next.kind == .name(word) }

  func isNext(symbol: String) -> Bool { next.kind == .symbol(symbol) }

  mutating func expect(symbol: String, for purpose: String) throws(ExpressionError) {
    guard isNext(symbol: symbol) else { throw ExpressionError("‘\(symbol)’ is missing \(purpose)", at: next.range) }
    advance()
  }

  /// From the start of an expression to the token read last.
  func range(from first: Expression) -> Range<Int> { first.range.lowerBound..<max(first.range.upperBound, readTo) }

  /// Where the token read last ends.
  var readTo: Int { position == 0 ? 0 : tokens[min(position, tokens.count) - 1].range.upperBound }

  mutating func node(_ kind: Expression.Kind, from first: Expression) throws(ExpressionError) -> Expression {
    try node(kind, range: range(from: first))
  }

  mutating func node(_ kind: Expression.Kind, range: Range<Int>) throws(ExpressionError) -> Expression {
    operators += 1
    guard operators <= Self.mostOperators else {
      throw ExpressionError("an expression has at most \(NumberText.count(Self.mostOperators)) operators", at: range)
    }
    return Expression(kind, range: range)
  }

  /// Reads one level deeper.
  mutating func nested(
    _ read: (inout ExpressionParser) throws(ExpressionError) -> Expression
  ) throws(ExpressionError) -> Expression {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Self.deepest else {
      throw ExpressionError("parentheses and ‘not’ nest at most \(Self.deepest) deep", at: next.range)
    }
    return try read(&self)
  }
}
