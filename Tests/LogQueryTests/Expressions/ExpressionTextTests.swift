import CivilTime
import Diagnostics
import LogQuery
import SafeText
import Testing

/// Canonical texts, and that they are read back as what they were written from.
@Suite struct ExpressionTextTests {
  private func parse(_ text: String, _ dialect: ExpressionDialect) throws -> Expression {
    try ExpressionParser.parse(text, dialect: dialect, at: SourceLocation(file: "test"))
  }

  @Test(arguments: [
    (#"( (action)=="login_attempt" )and(not(user  is   empty))"#, #"action == "login_attempt" and not user is empty"#),
    ("a == 1 or (b == 2 or c == 3)", "a == 1 or (b == 2 or c == 3)"), ("(a == 1 or b == 2) or c == 3", "a == 1 or b == 2 or c == 3"),
    ("(a == 1 or b == 2) and c == 3", "(a == 1 or b == 2) and c == 3"), ("not (a == 1 and b == 2)", "not (a == 1 and b == 2)"),
    ("a - (b - c) * 2 > 0", "a - (b - c) * 2 > 0"), ("a / (b * c) > -1", "a / (b * c) > -1"),
    (#"column("and") in ["x\u{202e}", 1.5, 90m]"#, #"column("and") in ["x\u{202e}", 1.5, 1h30m]"#),
    ("column(\"user\") in 10.1.2.3/8", "user in 10.0.0.0/8"), ("a in 2001:DB8:0:0:1:0:0:1", "a in 2001:db8::1:0:0:1/128"),
    ("a in ::/0", "a in ::/0"), (#"a matches /\/x[\/]\\/"#, #"a matches /\/x[\/]\\/"#),
    (#"a starts   with "\xFf""#, #"a starts with "\xff""#),
    ("t in 2026-11-01..2026-11-02", "t in 2026-11-01T00:00:00Z..2026-11-02T00:00:00Z"),
  ])
  func writesRowExpressions(text: String, canonical: String) throws {
    let expression = try parse(text, .rows)
    #expect(ExpressionText.of(expression) == canonical)
    #expect(try parse(canonical, .rows) == expression)
  }

  @Test(arguments: [
    ("percent( f.total , g-h[2].value(\"max(n)\") )as percent", "percent(f.total, g-h[2].value(\"max(n)\")) as percent"),
    ("(f.max - 1) / 2 <= 6", "(f.max - 1) / 2 <= 6"), ("f.last - f.first > 1d2h3m4s5ms6us7ns", "f.last - f.first > 1d2h3m4s5ms6us7ns"),
  ])
  func writesResultExpressions(text: String, canonical: String) throws {
    let expression = try parse(text, .results)
    #expect(ExpressionText.of(expression) == canonical)
    #expect(try parse(canonical, .results) == expression)
  }

  @Test func readsBackWhatItWrites() throws {
    var maker = ExpressionMaker(seed: 20_261_101)
    for _ in 0..<3_000 {
      let expression = maker.condition(depth: 5)
      let text = ExpressionText.of(expression)
      #expect(try parse(text, .rows) == expression, "\(text)")
    }
  }
}
