import Diagnostics
import SafeText

extension ExpressionParser {
  /// A literal, a column, a path, `percent(a, b)` or an expression in parentheses.
  mutating func operand() throws(ExpressionError) -> Expression {
    let token = next
    switch token.kind {
    case .literal(let literal):
      advance()
      return Expression(.literal(literal), range: token.range)
    case .symbol("("):
      advance()
      return try nested { parser throws(ExpressionError) in
        var inner = try parser.disjunction()
        guard parser.isNext(symbol: ")") else {
          guard parser.next.kind == .end else { throw parser.unexpected() }
          throw ExpressionError("‘(’ is not closed", at: token.range)
        }
        parser.advance()
        inner.range = token.range.lowerBound..<parser.readTo
        return inner
      }
    case .symbol("["): throw ExpressionError("a list may only follow ‘in’", at: token.range)
    case .symbol("-"): throw ExpressionError("a value has no sign of its own; write 0 - …", at: token.range)
    case .name(let name): return try named(name, at: token.range)
    case .end: throw ExpressionError("a value is missing at the end", at: token.range)
    default: throw ExpressionError("a value is missing here", at: token.range)
    }
  }

  private mutating func named(_ name: String, at range: Range<Int>) throws(ExpressionError) -> Expression {
    guard !ExpressionToken.words.contains(name) else {
      let advice = dialect == .rows ? "; a column of that name is column(\"\(name)\")" : ""
      throw ExpressionError("a value is missing before ‘\(name)’, a word of the language\(advice)", at: range)
    }
    advance()
    if isNext(symbol: "("), next.range.lowerBound == range.upperBound { return try call(name, at: range) }
    switch dialect {
    case .rows: return Expression(.column(ByteString(name)), range: range)
    case .results: return try path(from: name, at: range)
    }
  }

  /// `column("…")` over rows, `percent(a, b)` over results.
  private mutating func call(_ name: String, at range: Range<Int>) throws(ExpressionError) -> Expression {
    advance()
    switch (name, dialect) {
    case ("column", .rows):
      guard case .literal(.text(let column)) = next.kind else {
        throw ExpressionError("column(…) takes a name between double quotes", at: next.range)
      }
      advance()
      try expect(symbol: ")", for: "after the name of the column")
      return Expression(.column(column), range: range.lowerBound..<readTo)
    case ("percent", .results):
      return try nested { parser throws(ExpressionError) in
        let part = try parser.sum()
        try parser.expect(symbol: ",", for: "between the two values of percent(part, whole)")
        let whole = try parser.sum()
        try parser.expect(symbol: ")", for: "after the two values of percent(part, whole)")
        return try parser.node(.percent(part, whole), range: range.lowerBound..<parser.readTo)
      }
    default:
      let known = dialect == .rows ? "column" : "percent"
      throw ExpressionError("there is no function ‘\(name)’; there is only \(known)(…)", at: range)
    }
  }

  /// `.name`, `.name(literal)` and `[n]` after an id, without spaces.
  private mutating func path(from root: String, at range: Range<Int>) throws(ExpressionError) -> Expression {
    var path = ResultPath(root: root, steps: [])
    while next.range.lowerBound == readTo {
      if isNext(symbol: ".") {
        advance()
        guard case .name(let member) = next.kind, next.range.lowerBound == readTo else {
          throw ExpressionError("a name is missing after ‘.’", at: next.range)
        }
        advance()
        path.steps.append(try step(member))
      } else if isNext(symbol: "[") {
        advance()
        guard case .literal(.integer(let index)) = next.kind, index >= 1, index <= Int32.max else {
          throw ExpressionError("between [ and ] stands a whole number from 1", at: next.range)
        }
        advance()
        try expect(symbol: "]", for: "after the number")
        path.steps.append(.index(Int(index)))
      } else {
        break
      }
    }
    return Expression(.path(path), range: range.lowerBound..<readTo)
  }

  private mutating func step(_ member: String) throws(ExpressionError) -> ResultPath.Step {
    guard isNext(symbol: "("), next.range.lowerBound == readTo else { return .member(member) }
    advance()
    guard case .literal(let argument) = next.kind else {
      throw ExpressionError("‘\(member)(…)’ takes one text or number", at: next.range)
    }
    advance()
    try expect(symbol: ")", for: "after ‘\(member)(\(ExpressionText.of(argument))’")
    return .call(member, argument)
  }
}
