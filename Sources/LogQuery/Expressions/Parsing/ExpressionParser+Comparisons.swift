import Diagnostics
import SafeText

extension ExpressionParser {
  /// The operators that are words, as a hint may name them.
  private static let operatorWords = [
    "and", "or", "in", "contains", "starts with", "ends with", "matches", "is empty", "as",
  ]

  /// `left`, or one comparison of it.
  mutating func comparison() throws(ExpressionError) -> Expression {
    let left = try sum()
    guard let compared = try comparison(of: left) else { return left }
    if isNextComparison { throw ExpressionError("comparisons can't be chained; join them with ‘and’", at: next.range) }
    return compared
  }

  private mutating func comparison(of left: Expression) throws(ExpressionError) -> Expression? {
    if let comparison = try comparisonOperator() { return try node(.comparison(comparison, left, try sum()), from: left) }
    switch next.kind {
    case .name("in"):
      advance()
      if isNext(symbol: "["), case .network = tokens[position + 1].kind { return try anyNetwork(of: left) }
      return try node(.membership(left, try membership()), from: left)
    case .name("matches"):
      advance()
      guard case .pattern(let pattern) = next.kind else {
        throw ExpressionError("after ‘matches’ stands a pattern between slashes: matches /^admin/", at: next.range)
      }
      advance()
      return try node(.matches(left, pattern), from: left)
    case .name("is"):
      let start = next.range.lowerBound
      advance()
      guard isNext(word: "empty") else {
        let advice = isNext(word: "not") ? "for the opposite write ‘not (… is empty)’" : "to compare, write ‘==’"
        throw ExpressionError("after ‘is’ stands ‘empty’ only; \(advice)", at: start..<next.range.upperBound)
      }
      advance()
      return try node(.isEmpty(left), from: left)
    default: return nil
    }
  }

  private mutating func comparisonOperator() throws(ExpressionError) -> Comparison? {
    switch next.kind {
    case .symbol(let symbol):
      guard let comparison = Comparison(rawValue: symbol) else { return nil }
      advance()
      return comparison
    case .name(let word):
      guard let comparison = Comparison.allCases.first(where: { Self.firstWord($0) == word }) else { return nil }
      let range = next.range
      advance()
      guard comparison != .contains else { return comparison }
      guard isNext(word: "with") else { throw ExpressionError("‘with’ is missing after ‘\(word)’", at: range) }
      advance()
      return comparison
    default: return nil
    }
  }

  private static func firstWord(_ comparison: Comparison) -> String {
    String(comparison.rawValue.prefix { $0 != " " })
  }

  private var isNextComparison: Bool {
    switch next.kind {
    case .symbol(let symbol): Comparison(rawValue: symbol) != nil
    case .name(let word): ["in", "matches", "is"].contains(word) || Comparison.allCases.contains { Self.firstWord($0) == word }
    default: false
    }
  }

  /// What follows `in`.
  private mutating func membership() throws(ExpressionError) -> Membership {
    if case .network(let block) = next.kind {
      advance()
      return .network(block)
    }
    if isNext(symbol: "[") { return .list(try list()) }
    let start = next.range.lowerBound
    guard case .literal(let lower) = next.kind else {
      throw ExpressionError("after ‘in’ stands a list [\"a\", \"b\"], a range 1..10 or a network 10.0.0.0/8", at: next.range)
    }
    advance()
    try expect(symbol: "..", for: "between the ends of a range; a list stands between [ and ]")
    guard case .literal(let upper) = next.kind else {
      throw ExpressionError("the end of the range is missing; a range is A..B, without B", at: next.range)
    }
    advance()
    try Self.check(lower, upper, at: start..<readTo)
    return .range(lower, upper)
  }

  /// `left in [10.0.0.0/8, 192.0.2.0/24]`, which says `left in 10.0.0.0/8 or left in 192.0.2.0/24`.
  private mutating func anyNetwork(of left: Expression) throws(ExpressionError) -> Expression {
    var blocks: [AddressBlock] = []
    repeat {
      advance()
      guard case .network(let block) = next.kind else {
        throw ExpressionError("a list that begins with a network holds networks only, with commas between", at: next.range)
      }
      blocks.append(block)
      advance()
    } while isNext(symbol: ",")
    try expect(symbol: "]", for: "at the end of the list")
    var test = try node(.membership(left, .network(blocks[0])), from: left)
    for block in blocks.dropFirst() { test = try node(.or(test, try node(.membership(left, .network(block)), from: left)), from: left) }
    return test
  }

  /// `["a", "b"]`.
  private mutating func list() throws(ExpressionError) -> [Literal] {
    advance()
    var literals: [Literal] = []
    repeat {
      guard case .literal(let literal) = next.kind else {
        throw ExpressionError(
          "a list holds text, numbers or times, or else networks only, at least one, with commas between", at: next.range)
      }
      literals.append(literal)
      advance()
      guard isNext(symbol: ",") else { break }
      advance()
    } while true
    try expect(symbol: "]", for: "at the end of the list")
    return literals
  }

  /// A range runs upwards between two literals of one type.
  private static func check(_ lower: Literal, _ upper: Literal, at range: Range<Int>) throws(ExpressionError) {
    guard let order = Value(lower).order(to: Value(upper)) else {
      throw ExpressionError("a range runs between two numbers, times, durations or texts", at: range)
    }
    guard order == .less else {
      throw ExpressionError("the range \(ExpressionText.of(lower))..\(ExpressionText.of(upper)) is empty: its end is left out", at: range)
    }
  }

  /// A mistake about the token that comes next, where an operator or the end was expected.
  func unexpected() -> ExpressionError {
    let range = next.range
    switch next.kind {
    case .name("as"):
      let reason =
        dialect == .rows ? "formats values of results; over rows there are none" : "may only stand at the end, outside parentheses"
      return ExpressionError("‘as’ " + reason, at: range)
    case .name("not"):
      return ExpressionError("‘not’ stands before a comparison: not (… in …)", at: range)
    case .name(let word):
      if position > 0, case .name(let before) = tokens[position - 1].kind {
        if before.utf8.last == UInt8(ascii: "-") {
          return ExpressionError("‘\(before)’ is one name; for a difference put spaces around ‘-’", at: tokens[position - 1].range)
        }
        if before.lowercased() == "not" { return ExpressionError("‘\(before)’ is written ‘not’", at: tokens[position - 1].range) }
      }
      return ExpressionError(
        "‘\(word)’ is no operator" + NearestNames.hint(for: word, among: Self.operatorWords), at: range)
    case .symbol(")"): return ExpressionError("‘)’ closes nothing", at: range)
    case .symbol(","):
      return ExpressionError("‘,’ stands in lists only; a number has none between its thousands", at: range)
    case .symbol(let symbol): return ExpressionError("‘\(symbol)’ can't stand here", at: range)
    case .literal(let literal): return ExpressionError("an operator is missing before ‘\(ExpressionText.of(literal))’", at: range)
    case .network, .pattern: return ExpressionError("an operator is missing", at: range)
    case .end: return ExpressionError("the expression ends too early", at: range)
    }
  }
}
