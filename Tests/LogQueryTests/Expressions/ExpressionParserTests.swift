import CivilTime
import Diagnostics
import LogQuery
import SafeText
import Testing

/// Texts and the expressions that they say.
@Suite struct ExpressionParserTests {
  private let place = SourceLocation(file: "page.md", line: 7, column: 11)

  private func rows(_ text: String) throws -> Expression { try ExpressionParser.parse(text, dialect: .rows, at: place) }

  private func results(_ text: String) throws -> Expression { try ExpressionParser.parse(text, dialect: .results, at: place) }

  private func column(_ name: ByteString) -> Expression { Expression(.column(name)) }

  private func literal(_ literal: Literal) -> Expression { Expression(.literal(literal)) }

  private func path(_ root: String, _ steps: ResultPath.Step...) -> Expression { Expression(.path(ResultPath(root: root, steps: steps))) }

  @Test func comparesAColumnWithAText() throws {
    #expect(
      try rows(#"action == "login_attempt""#)
        == Expression(.comparison(.equal, column("action"), literal(.text("login_attempt")))))
  }

  @Test func bindsFromOrToTimes() throws {
    let a = column("a"), b = column("b"), one = literal(.integer(1))
    let sum = Expression(.arithmetic(.add, a, Expression(.arithmetic(.multiply, b, one))))
    let comparison = Expression(.comparison(.less, sum, one))
    let negation = Expression(.not(Expression(.isEmpty(a))))
    #expect(
      try rows("a is empty or not a is empty and a + b * 1 < 1")
        == Expression(.or(Expression(.isEmpty(a)), Expression(.and(negation, comparison)))))
  }

  @Test func joinsEqualOperatorsFromTheLeft() throws {
    let one = literal(.integer(1))
    let difference = Expression(.arithmetic(.subtract, Expression(.arithmetic(.subtract, column("a"), column("b"))), column("c")))
    #expect(try rows("a - b - c == 1") == Expression(.comparison(.equal, difference, one)))
  }

  @Test(arguments: [
    ("1", Literal.integer(1)), ("-7", .integer(-7)), ("9223372036854775807", .integer(.max)), ("0.25", .decimal(0.25)),
    ("-1.5e3", .integer(-1500)),
    ("2e-3", .decimal(0.002)), ("10m", .duration(.minutes(10))), ("1h30m", .duration(.minutes(90))),
    ("-250ms", .duration(TimeSpan(nanoseconds: -250_000_000))),
    ("2026-11-01", .time(Timestamp(nanoseconds: 1_793_491_200_000_000_000))),
    ("2026-11-01T00:00:00Z", .time(Timestamp(nanoseconds: 1_793_491_200_000_000_000))),
    ("2026-11-01T02:00:00.5+02:00", .time(Timestamp(nanoseconds: 1_793_491_200_500_000_000))),
    ("true", .boolean(true)), ("false", .boolean(false)), (#""""#, .text("")), (#""é \"q\" \\ \n\t\r""#, .text("é \"q\" \\ \n\t\r")),
    (#""\u{202e}\xff""#, .text(ByteString(bytes: [0xE2, 0x80, 0xAE, 0xFF]))),
  ])
  func readsLiterals(text: String, expected: Literal) throws {
    #expect(try results(text) == literal(expected))
    #expect(try rows("column(\"x\") == \(text)") == Expression(.comparison(.equal, column("x"), literal(expected))))
  }

  @Test(arguments: [
    (#"a in ["x", 7]"#, Membership.list([.text("x"), .integer(7)])), ("a in 1..10", .range(.integer(1), .integer(10))),
    ("a in -1.5..-1", .range(.decimal(-1.5), .integer(-1))), (#"a in "b".."c""#, .range(.text("b"), .text("c"))),
    (
      "a in 2026-11-01..2026-11-02T12:00:00Z",
      .range(
        .time(Timestamp(nanoseconds: 1_793_491_200_000_000_000)), .time(Timestamp(nanoseconds: 1_793_620_800_000_000_000)))
    ),
    ("a in 10.1.2.3/8", .network(AddressBlock(high: 0, low: 0xFFFF_0A00_0000, prefixLength: 104))),
    ("a in 2001:db8::/32", .network(AddressBlock(high: 0x2001_0db8_0000_0000, low: 0, prefixLength: 32))),
    ("a in fe80::1", .network(AddressBlock(high: 0xFE80_0000_0000_0000, low: 1, prefixLength: 128))),
  ])
  func readsWhatFollowsIn(text: String, expected: Membership) throws {
    #expect(try rows(text) == Expression(.membership(column("a"), expected)))
  }

  @Test func aListOfNetworksAsksForAnyOfThem() throws {
    let three = "a in 10.0.0.0/8 or a in 192.0.2.0/24 or a in 2001:db8::/32"
    #expect(try rows("a in [10.0.0.0/8, 192.0.2.0/24, 2001:db8::/32]") == rows(three))
    #expect(try rows("not a in [10.0.0.0/8,fe80::1] and b == 1") == rows("not (a in 10.0.0.0/8 or a in fe80::1) and b == 1"))
    #expect(try rows("a in [10.0.0.0/8]") == rows("a in 10.0.0.0/8"))
    for mixed in [#"a in [10.0.0.0/8, "x"]"#, #"a in ["x", 10.0.0.0/8]"#] {
      #expect(throws: (any Error).self) { try rows(mixed) }
    }
  }

  @Test func readsPatterns() throws {
    #expect(try rows(#"path matches /^\/admin\/[^\/]*\d$/"#) == Expression(.matches(column("path"), Pattern(source: #"^/admin/[^/]*\d$"#))))
  }

  @Test(arguments: [
    ("user.name", "user.name"), ("@timestamp", "@timestamp"), ("a-b", "a-b"), (#"column("and")"#, "and"),
    (#"column("größe \"x\"")"#, "größe \"x\""),
  ])
  func readsColumns(text: String, name: String) throws {
    #expect(try rows(text + " is empty") == Expression(.isEmpty(column(ByteString(name)))))
  }

  @Test func keepsTwoSpellingsOfOneCharacterApart() throws {
    #expect(try rows("column(\"\u{E9}\") is empty") != rows("column(\"e\u{301}\") is empty"))
    #expect(try rows("a matches /\u{E9}/") != rows("a matches /e\u{301}/"))
  }

  @Test func readsPaths() throws {
    #expect(try results("logins-by-user.first.key") == path("logins-by-user", .member("first"), .member("key")))
    #expect(try results("f[3].value(\"distinct(source_ip)\")") == path("f", .index(3), .call("value", .text("distinct(source_ip)"))))
    #expect(
      try results("f.share(1) > 0.2") == Expression(.comparison(.greater, path("f", .call("share", .integer(1))), literal(.decimal(0.2)))))
    #expect(try results("source.logs.rows") == path("source", .member("logs"), .member("rows")))
  }

  @Test func readsFormats() throws {
    let percent = Expression(.percent(path("f", .member("total")), path("g", .member("total"))))
    #expect(try results("percent(f.total, g.total) as percent") == Expression(.formatted(percent, .percent)))
  }

  @Test func placesNodes() throws {
    let expression = try rows(#"  (a == 1)"#)
    #expect(expression.range == 2..<10)
    #expect(expression.operands.map(\.range) == [3..<4, 8..<9])
  }

  /// Text, dialect, column of the mistake (from 11) and what the message says.
  @Test(arguments: [
    ("", ExpressionDialect.rows, 11, "an expression is missing"),
    ("a = 1", .rows, 13, "‘=’ is not in the language; write ‘==’"),
    ("a && b", .rows, 13, "write ‘and’"),
    ("a || b", .rows, 13, "write ‘or’"),
    ("!a", .rows, 11, "write ‘not’"),
    ("a <> 1", .rows, 13, "write ‘!=’"),
    ("a === 1", .rows, 13, "write ‘==’"),
    ("a =~ 1", .rows, 13, "write ‘matches /…/’"),
    ("a == 'x'", .rows, 16, "straight double quotes"),
    ("a == “x”", .rows, 16, "straight double quotes"),
    (#"a contians "x""#, .rows, 13, "‘contians’ is no operator (did you mean ‘contains’?)"),
    (#"a startswith "x""#, .rows, 13, "(did you mean ‘starts with’?)"),
    ("NOT a == 1", .rows, 11, "‘NOT’ is written ‘not’"),
    ("a == 1 AND b == 2", .rows, 18, "‘AND’ is no operator (did you mean ‘and’?)"),
    ("f.total as precent", .results, 22, "‘precent’ is no format (did you mean ‘percent’?)"),
    ("f.total as", .results, 21, "after ‘as’ stands one of percent, count, time, duration, bytes"),
    ("(f.total as percent)", .results, 20, "‘as’ may only stand at the end"),
    ("a == 1 as percent", .rows, 18, "‘as’ formats values of results"),
    ("f.total | percent", .results, 19, "‘as FORMAT’"),
    ("1 < a < 3", .rows, 17, "can't be chained; join them with ‘and’"),
    ("a -5 == 1", .rows, 13, "‘-’ needs a space on each side"),
    ("a- b == 1", .rows, 11, "‘a-’ is one name; for a difference put spaces around ‘-’"),
    ("a+b == 1", .rows, 12, "‘+’ needs a space on each side"),
    ("f.max *2", .results, 17, "‘*’ needs a space on each side"),
    ("a == -b", .rows, 16, "write 0 - …"),
    ("a is not empty", .rows, 13, "‘not (… is empty)’"),
    ("a is 5", .rows, 13, "write ‘==’"),
    ("a not in [1]", .rows, 13, "‘not’ stands before a comparison"),
    ("a in []", .rows, 17, "at least one"),
    ("a in [1, 2", .rows, 21, "‘]’ is missing"),
    ("a in b", .rows, 16, "after ‘in’ stands a list"),
    ("a in 10..1", .rows, 16, "the range 10..1 is empty"),
    ("a in 1..10m", .rows, 16, "a range runs between two"),
    ("a in 10.0.0.0/33", .rows, 16, "‘10.0.0.0/33’ is no network"),
    ("a == 10.0.0.1", .rows, 16, "stands between double quotes"),
    ("a == 10x", .rows, 16, "‘10x’ is neither a number"),
    ("a == 1,000", .rows, 17, "a number has none between its thousands"),
    ("a == 20%", .rows, 18, "0.2, not 20%"),
    ("a == 2026-13-01", .rows, 16, "‘2026-13-01’ is no time"),
    ("a > 2026-11-01T00:00:00", .rows, 15, "says no zone"),
    (#"a == "x"#, .rows, 16, "is not closed with \""),
    (#"a == "\d""#, .rows, 17, "‘\\d’ is no escape"),
    ("a matches /x", .rows, 21, "is not closed with /"),
    ("a matches /[/", .rows, 21, "no regular expression: missing terminating ]"),
    ("a matches /x/i", .rows, 24, "begin it with (?i)"),
    ("a matches /[/]/", .rows, 24, "a slash inside it is written \\/"),
    (#"a matches "x""#, .rows, 21, "a pattern between slashes"),
    ("a contains /x/", .rows, 22, "may only follow ‘matches’"),
    ("(a == 1", .rows, 11, "‘(’ is not closed"),
    ("a == 1)", .rows, 17, "‘)’ closes nothing"),
    ("a ==", .rows, 15, "a value is missing at the end"),
    ("a == and", .rows, 16, "a value is missing before ‘and’, a word of the language; a column of that name is column(\"and\")"),
    ("größe == 1", .rows, 11, "column(\"größe\")"),
    ("lower(a) == 1", .rows, 11, "there is no function ‘lower’"),
    ("f[0]", .results, 13, "a whole number from 1"),
    ("f.share()", .results, 19, "takes one text or number"),
    ("f..max", .results, 12, "‘..’ can't stand here"),
    ("f.total 5", .results, 19, "an operator is missing before ‘5’"),
    ("a ? b", .rows, 13, "‘?’ is not in the language"),
  ])
  func explainsMistakes(text: String, dialect: ExpressionDialect, column: Int, message: String) {
    let error = #expect(throws: DiagnosticList.self) { try ExpressionParser.parse(text, dialect: dialect, at: place) }
    let diagnostic = error?.diagnostics.first
    #expect(error?.diagnostics.count == 1)
    #expect(diagnostic?.message.contains(message) == true, "\(diagnostic?.message ?? "")")
    #expect(diagnostic?.location == SourceLocation(file: "page.md", line: 7, column: column))
    #expect(diagnostic?.code == .content)
  }

  @Test func placesMistakesOnFurtherLines() {
    let error = #expect(throws: DiagnosticList.self) {
      try ExpressionParser.parse("a == 1\r\n and b = 2", dialect: .rows, at: place, continuationColumn: 5)
    }
    #expect(error?.diagnostics.first?.location == SourceLocation(file: "page.md", line: 8, column: 12))
  }

  @Test func placesMistakesOfTheCommandLine() {
    let error = #expect(throws: DiagnosticList.self) {
      try ExpressionParser.parse("a = 1", dialect: .rows, at: SourceLocation(file: "--where"))
    }
    #expect(error?.diagnostics.first?.description == "--where:1:3: error: ‘=’ is not in the language; write ‘==’")
  }

  @Test func survivesGarbage() throws {
    let pieces = [
      "a", "f", "and", "or", "not", "in", "is", "empty", "as", "percent", "matches", "contains", "starts", "with", "column", "(", ")", "[",
      "]", ",",
      ".", "..", "\"", "\\", "/", "+", "-", "*", "==", "!=", "<", " ", " ", " ", "\n", "\r\n", "7", "-7", "1e5", "1e", "10m", "2026-11-01",
      "T00:00:00Z",
      "10.0.0.0/8", "::", "%", "'", "é", "e\u{301}", "\u{202e}", "\u{0}", "true",
    ]
    var random = SplitMix64(state: 7)
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0..<12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      for dialect in [ExpressionDialect.rows, .results] {
        let expression: Expression
        do throws(DiagnosticList) {
          expression = try ExpressionParser.parse(text, dialect: dialect, at: place)
        } catch {
          let location = try #require(error.diagnostics.first?.location)
          #expect(location >= place, "\(text)")
          continue
        }
        let canonical = ExpressionText.of(expression)
        #expect(try ExpressionParser.parse(canonical, dialect: dialect, at: place) == expression, "\(text)")
      }
    }
  }

  @Test func refusesWhatIsTooLargeOrTooDeep() {
    let tooLong = "a == \"" + String(repeating: "x", count: ExpressionParser.longest) + "\""
    let tooDeep = String(repeating: "(", count: 5_000)
    let tooManyNots = String(repeating: "not ", count: 1_000) + "a == 1"
    let tooMany = String(repeating: "a + ", count: 1_001) + "a == 1"
    for text in [tooLong, tooDeep, tooManyNots, tooMany] { #expect(throws: DiagnosticList.self) { try rows(text) } }
    #expect(throws: Never.self) { try rows(String(repeating: "(", count: 200) + "a == 1" + String(repeating: ")", count: 200)) }
  }
}
