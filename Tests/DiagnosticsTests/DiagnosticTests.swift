import Diagnostics
import Testing

@Suite struct DiagnosticTests {
  @Test func descriptionHasItsPlaceAndIsSafe() {
    let place = SourceLocation(file: "report.yml", line: 3, column: 7)
    #expect(Diagnostic(.error, .content, at: place, "unknown key ‘titel’").description == "report.yml:3:7: error: unknown key ‘titel’")
    #expect(Diagnostic(.warning, .content, at: SourceLocation(file: "a.md", line: 3), "x").description == "a.md:3: warning: x")
    #expect(Diagnostic(.error, .input, at: SourceLocation(file: "a"), "x").description == "a: error: x")
    #expect(Diagnostic(.error, .usage, "bad ‘\u{1B}[2J’").description == "error: bad ‘⟦U+001B⟧[2J’")
    let hostile = SourceLocation(file: "a\u{202E}b", line: 1, column: 1)
    #expect(Diagnostic(.error, .content, at: hostile, "x").description == "a⟦U+202E⟧b:1:1: error: x")
  }

  @Test func worstCodeWins() {
    func code(_ codes: [ExitCode]) -> ExitCode { DiagnosticList(codes.map { Diagnostic(.error, $0, "x") }).exitCode() }
    #expect(code([]) == .success)
    #expect(code([.answerIsNo]) == .answerIsNo)
    #expect(code([.answerIsNo, .content]) == .content)
    #expect(code([.content, .input, .answerIsNo]) == .input)
    #expect(code([.input, .output, .content]) == .output)
  }

  @Test func warningsCountOnlyUnderStrict() {
    let list = DiagnosticList([Diagnostic(.warning, .content, "x")])
    #expect(list.exitCode() == .success)
    #expect(list.exitCode(strict: true) == .content)
    #expect(!list.hasErrors)
  }

  @Test func sortedByPlaceEachOnce() {
    func at(_ file: String, _ line: Int, _ column: Int = 1) -> Diagnostic {
      Diagnostic(.error, .content, at: SourceLocation(file: file, line: line, column: column), "x")
    }
    let placeless = Diagnostic(.error, .input, "no place")
    let list = DiagnosticList([placeless, at("b", 1), at("a", 10), at("a", 9, 5), at("a", 9, 2), at("b", 1)])
    #expect(list.sorted == [at("a", 9, 2), at("a", 9, 5), at("a", 10), at("b", 1), placeless])
  }

  @Test func numbersAreThoseOfSysexits() {
    #expect(ExitCode.allCases.map(\.rawValue) == [0, 1, 64, 65, 66, 70, 73])
  }
}
