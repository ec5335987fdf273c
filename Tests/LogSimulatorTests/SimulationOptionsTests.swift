import CivilTime
import Diagnostics
import LogSimulator
import Testing

@Suite("Options that make no sense are refused")
struct SimulationOptionsTests {
  private func messages(_ simulation: NIDSSimulation) -> [String] {
    do {
      try simulation.validate()
      return []
    } catch {
      #expect(error.exitCode() == .usage)
      return error.diagnostics.map(\.message)
    }
  }

  @Test func defaultsMakeSense() { #expect(messages(NIDSSimulation()).isEmpty) }

  @Test func everythingIsToldAtOnce() {
    let messages = messages(NIDSSimulation(rows: -1, users: 0, hours: 0))
    #expect(messages.count == 3)
    #expect(messages.allSatisfy { $0.hasSuffix("‘-1’") || $0.hasSuffix("‘0’") })
  }

  @Test func sprayNeedsUsers() {
    #expect(messages(NIDSSimulation(users: 9, attacks: [.passwordSpray])) == ["‘password-spray’ needs at least 10 users, not ‘9’"])
    #expect(messages(NIDSSimulation(users: 10, attacks: [.passwordSpray])).isEmpty)
  }

  @Test func earlyEndsAreRefused() {
    #expect(messages(NIDSSimulation(end: Timestamp(nanoseconds: .min))).count == 1)
    #expect(messages(NIDSSimulation(end: Timestamp(nanoseconds: .min), hours: 0)).count == 1)
  }

  @Test func invalidOptionsWriteNothing() {
    var sink = ArraySink()
    #expect(throws: DiagnosticList.self) { try NIDSSimulation(users: 0).write(to: &sink) }
    #expect(sink.writes == 0)
  }

  @Test func attackListsAreParsed() throws {
    #expect(try AttackKind.parse(list: "brute-force,port-scan,brute-force") == [.bruteForce, .portScan, .bruteForce])
  }

  @Test func unknownAttacksNameTheNearOnes() {
    do {
      _ = try AttackKind.parse(list: "brute-forse,exfiltration")
      Issue.record("unknown attacks were accepted")
    } catch {
      #expect(
        error.diagnostics.map(\.message) == [
          "no attack is called ‘brute-forse’ (did you mean ‘brute-force’?)",
          "no attack is called ‘exfiltration’; known attacks: brute-force, password-spray, port-scan, bulk-access",
        ])
    }
  }

  @Test func spansMayLieBefore1970() throws {
    let end = Timestamp(nanoseconds: -1_500_000_000)
    let rows = try NIDSSimulation(rows: 50, end: end, hours: 1).csvRows()
    #expect(rows.allSatisfy { $0.time >= "1969-12-31T22:59:58.500Z" && $0.time < "1969-12-31T23:59:58.500Z" })
    #expect(rows.map(\.time) == rows.map(\.time).sorted())
  }
}
