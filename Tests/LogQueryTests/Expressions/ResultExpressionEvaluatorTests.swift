import CivilTime
import Diagnostics
import LogQuery
import SafeText
import Testing

/// Values of expressions over a handful of named results.
@Suite struct ResultExpressionEvaluatorTests {
  /// Results by the text of their path.
  private struct Results: ResultScope {
    let values: [String: Value] = [
      "f.max": .integer(7), "f.total": .integer(213), "f.mean": .decimal(2.13), "f.first.key": .text("user_061"),
      "f.first.value": .integer(6),
      "f.none": .missing, "f.zero": .integer(0), "big.max": .integer(.max), "f.first.ip": .text("10.1.2.3"), "f.share(1)": .decimal(0.25),
      "source.logs.first": .time(Timestamp(nanoseconds: 1_793_491_200_000_000_000)),
      "source.logs.last": .time(Timestamp(nanoseconds: 1_793_577_599_500_000_000)), "f.span": .duration(.minutes(90)),
      "f.edge": .time(Timestamp(nanoseconds: .max)),
    ]

    func value(of path: ResultPath, at range: Range<Int>) throws(ExpressionError) -> Value {
      let text = ExpressionText.of(path)
      guard let value = values[text] else {
        throw ExpressionError("unknown value ‘\(text)’" + NearestNames.hint(for: text, among: values.keys.sorted()), at: range)
      }
      return value
    }
  }

  private let evaluator = ResultExpressionEvaluator(scope: Results())

  private func parse(_ text: String) throws -> Expression {
    try ExpressionParser.parse(text, dialect: .results, at: SourceLocation(file: "test"))
  }

  @Test(arguments: [
    ("f.max", Value.integer(7)), ("f.max + 1", .integer(8)), ("f.max - 10", .integer(-3)), ("f.max * f.total", .integer(1_491)),
    ("f.total / 2", .decimal(106.5)), ("6 / 3", .integer(2)), ("f.mean * 100", .integer(213)), ("1 - 0.9", .decimal(0.09999999999999998)),
    ("big.max + 1", .decimal(9_223_372_036_854_775_808)), ("big.max * 2", .decimal(18_446_744_073_709_551_616)),
    ("percent(f.max, f.total)", .decimal(0.03286384976525822)), ("percent(f.max, f.total) as percent", .decimal(0.03286384976525822)),
    ("source.logs.last - source.logs.first", .duration(TimeSpan(nanoseconds: 86_399_500_000_000))),
    ("source.logs.first + 90m", .time(Timestamp(nanoseconds: 1_793_496_600_000_000_000))),
    ("90m + source.logs.first", .time(Timestamp(nanoseconds: 1_793_496_600_000_000_000))),
    ("source.logs.first - 1d", .time(Timestamp(nanoseconds: 1_793_404_800_000_000_000))),
    ("f.span + 30m", .duration(.hours(2))), ("f.span / 2", .duration(.minutes(45))), ("2.5 * f.span", .duration(.minutes(225))),
    ("f.span / 1h", .decimal(1.5)),
  ])
  func calculates(text: String, expected: Value) throws {
    #expect(try evaluator.value(of: try parse(text)) == expected)
  }

  @Test(arguments: [
    ("f.max <= 7", true), ("f.max < 7", false), ("7 == f.max", true), ("f.max != 7", false), ("f.mean > 2", true), ("f.mean in 2..3", true),
    ("f.max in 1..7", false), ("f.max in [1, 7.0]", true), (#"f.first.key == "user_061""#, true), (#"f.first.key < "user_1""#, true),
    (#"f.first.key starts with "user""#, true), (#"f.first.key ends with "61""#, true), (#"f.first.key contains "r_0""#, true),
    (#"f.first.key contains "R""#, false), ("f.first.key matches /^user_\\d+$/", true), ("f.none is empty", true),
    ("f.zero is empty", false),
    ("f.first.ip in 10.0.0.0/8", true), ("f.first.key in 10.0.0.0/8", false), ("source.logs.first < 2026-11-02", true),
    ("source.logs.last - source.logs.first < 1d", true), ("f.span == 5400s", true), ("big.max < 9223372036854775808", true),
    ("big.max == 9223372036854775806", false), ("not (f.max > 7) and (f.zero == 1 or f.max == 7)", true), ("true == false", false),
    ("f.zero == 0 or f.max / f.zero > 1", true), ("f.zero > 0 and f.max / f.zero > 1", false), ("(f.max > 1) == true", true),
  ])
  func judges(text: String, expected: Bool) throws {
    #expect(try evaluator.truth(of: try parse(text)) == expected)
  }

  /// An expression, the place (from 1) of the mistake in it and what the message says.
  @Test(arguments: [
    ("f.max / f.zero", 1, "division by zero"), ("percent(f.max, f.zero)", 1, "division by zero"), ("f.max + f.none", 9, "no value"),
    ("f.none == 0", 1, "no value"), (#"f.max == "7""#, 1, "‘==’ can't compare a number with text"),
    (#"f.max in [7, "7"]"#, 1, "can't compare"),
    ("f.span > 90", 1, "a duration with a number"), ("f.max contains \"7\"", 1, "takes two texts"), ("f.max matches /7/", 1, "takes text"),
    ("f.max in 10.0.0.0/8", 1, "addresses"), ("f.first.key + 1", 1, "‘+’ does not go with text and a number"),
    ("source.logs.first + source.logs.last", 1, "does not go with a time and a time"), ("f.edge + 1s", 1, "out of range"),
    ("f.maxx <= 7", 1, "unknown value ‘f.maxx’ (did you mean ‘f.max’"), ("f.max < 7 or f.first.value", 14, "this is a number"),
    ("f.max", 1, "true or false is needed here, such as a comparison; this is a number"), ("not f.max", 5, "this is a number"),
  ])
  func explainsMistakes(text: String, column: Int, message: String) throws {
    let expression = try parse(text)
    let errors = #expect(throws: ExpressionErrors.self) { try evaluator.truth(of: expression) }
    #expect(errors?.all.count == 1)
    #expect(errors?.all.first?.message.contains(message) == true, "\(errors?.all.first?.message ?? "")")
    #expect(errors?.all.first?.range.lowerBound == column - 1)
  }

  @Test func namesEveryMistakeAtOnce() throws {
    let source = ExpressionSource("f.mox < g.total", at: SourceLocation(file: "page.md", line: 3, column: 20))
    let expression = try ExpressionParser.parse(source, dialect: .results)
    let errors = try #require(#expect(throws: ExpressionErrors.self) { try evaluator.value(of: expression) })
    #expect(
      source.diagnostics(errors).diagnostics.map(\.description) == [
        "page.md:3:20: error: unknown value ‘f.mox’ (did you mean ‘f.max’?)",
        "page.md:3:28: error: unknown value ‘g.total’ (did you mean ‘f.total’?)",
      ])
  }

  @Test(arguments: [
    ("f.max <= 6", Value.integer(7)), ("6 >= f.max", .integer(7)), ("not (f.mean > 2)", .decimal(2.13)), ("f.max in 1..7", .integer(7)),
    ("f.zero == 0 and f.max <= 6", .integer(7)), ("f.zero == 1 and f.max <= 6", .integer(0)), ("f.zero > 1 or f.max > 7", .integer(7)),
  ])
  func tellsWhatWasFound(text: String, found: Value) throws {
    #expect(evaluator.found(in: try parse(text)) == found)
  }

  @Test func findsNothingWhereThereIsNoComparison() throws {
    #expect(evaluator.found(in: try parse("f.max")) == nil)
  }

  @Test func listsPaths() throws {
    let expression = try parse("percent(f.share(\"admin\"), f.total) > g.max + 1 and h[2].key is empty")
    #expect(expression.paths.map { ExpressionText.of($0.path) } == ["f.share(\"admin\")", "f.total", "g.max", "h[2].key"])
    #expect(expression.paths.map(\.range.lowerBound) == [8, 26, 37, 51])
  }

  @Test func givesUpHopelessSearches() throws {
    struct Long: ResultScope {
      func value(of path: ResultPath, at range: Range<Int>) -> Value { .text(ByteString(String(repeating: "a", count: 40))) }
    }
    let errors = #expect(throws: ExpressionErrors.self) {
      try ResultExpressionEvaluator(scope: Long()).truth(of: try parse("f.key matches /^(a+)+$b|(a|aa)+c/"))
    }
    #expect(errors?.all.first?.message.contains("the search takes too long") == true)
  }
}
