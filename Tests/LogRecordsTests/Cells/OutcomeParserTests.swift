import LogRecords
import Testing

@Suite struct OutcomeParserTests {
  @Test(arguments: [
    "True", "TRUE", "1", "yes", "y", "ok", "Accepted", "succeeded", "allow", "ALLOWED", "pass", "passed", "granted", "success",
  ])
  func successes(_ text: String) { #expect(OutcomeParser.parse(Array(text.utf8)) == .success) }

  @Test(arguments: [
    "False", "0", "no", "Failed", "denied", "Reject", "rejected", "BLOCK", "blocked", "drop", "dropped", "error", "failure",
  ])
  func failures(_ text: String) { #expect(OutcomeParser.parse(Array(text.utf8)) == .failure) }

  @Test(arguments: ["2", "maybe", "-", " true", "true ", "tru", "trueish", "okk", "unauthorized access to a file", "\u{0}", "tr\u{FC}e"])
  func othersAreUnknown(_ text: String) { #expect(OutcomeParser.parse(Array(text.utf8)) == .unknown) }

  @Test func emptyIsMissing() { #expect(OutcomeParser.parse([]) == nil) }

  @Test func wordsAreThoseOfTheElasticCommonSchema() {
    #expect(Outcome.allCases.map(\.text.visible) == ["success", "failure", "unknown"])
  }
}
