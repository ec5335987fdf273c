import CivilTime
import LogRecords
import Testing

/// Counts taken with awk and grep; the README of the shared data holds them.
@Suite("The real auth.log of 7,121 lines", .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
struct RealAuthLogTests {
  private static let decoded = Result { try DecodedLog(shared: SharedData.authLog, year: 2_017) }
  private let log: DecodedLog

  init() throws { log = try Self.decoded.get() }

  @Test func everyLineIsARecord() {
    #expect(log.tally.lines == 7_121)
    #expect(log.tally.records == 7_446)
    #expect(log.tally.repeated == 325)
    #expect(log.tally.rejectedCount == 0)
    #expect(log.tally.blank == 0)
    #expect(log.rows.count == 7_446)
  }

  @Test func timesAndHosts() {
    #expect(log.rows.first?["@timestamp"] == "2017-03-27T13:06:56Z")
    #expect(log.rows.last?["@timestamp"] == "2017-04-20T14:14:29Z")
    #expect(log.rows.compactMap { $0["@timestamp"] } == log.rows.compactMap { $0["@timestamp"] }.sorted())
    #expect(Set(log.rows.map { $0["host.name"] }).count == 1)
    let lines = Dictionary(log.rows.map { ($0["log.file.line"] ?? "", $0["@timestamp"]?.prefix(10)) }) { first, _ in first }
    let days = Dictionary(grouping: lines.values) { $0 ?? "" }.mapValues(\.count)
    #expect(days.count == 25)
    #expect(days["2017-03-29"] == 1_214)
    #expect(days["2017-03-30"] == 1_200)
    #expect(days["2017-03-28"] == 720)
  }

  @Test func failedPasswordsByLineAndByAttempt() {
    let failures = log.rows("ssh_login", "failure").filter { $0["system.auth.ssh.method"] == "password" }
    #expect(failures.count == 1_038)
    #expect(Set(failures.map { $0["log.file.line"] }).count == 713)
    #expect(failures.filter { $0["event.reason"] == "invalid user" }.count == 331)
    #expect(failures.allSatisfy { $0["message"]?.hasPrefix("Failed password for ") == true })
    let attempts = DecodedLog.counts(failures, by: "source.ip")
    #expect(attempts.count == 105)
    let lines = DecodedLog.counts(unique(failures), by: "source.ip")
    for (address, line, attempt) in [
      ("24.151.103.17", 157, 157), ("34.204.227.175", 43, 43), ("49.4.143.105", 40, 120), ("201.178.81.113", 32, 36),
      ("122.163.61.218", 30, 30),
    ] {
      #expect(lines[address] == line)
      #expect(attempts[address] == attempt)
    }
    #expect(failures.filter { $0["user.name"] == nil }.count == 43)
  }

  /// One row a line.
  private func unique(_ rows: [DecodedLog.Row]) -> [DecodedLog.Row] {
    Array(Dictionary(rows.map { ($0["log.file.line"] ?? "", $0) }) { first, _ in first }.values)
  }

  @Test func acceptedLogins() {
    let accepted = log.rows("ssh_login", "success")
    #expect(DecodedLog.counts(accepted, by: "system.auth.ssh.method") == ["password": 190, "publickey": 36])
    #expect(
      DecodedLog.counts(accepted, by: "source.ip") == ["85.245.107.41": 174, "24.151.103.17": 47, "95.93.96.191": 4, "127.0.0.1": 1])
    let failed = Set(log.rows("ssh_login", "failure").compactMap { $0["source.ip"] })
    #expect(failed.intersection(accepted.compactMap { $0["source.ip"] }) == ["24.151.103.17", "85.245.107.41", "127.0.0.1"])
  }

  @Test func programs() {
    let rows = unique(log.rows)
    #expect(
      DecodedLog.counts(rows, by: "process.name") == [
        "sshd": 4_095, "CRON": 1_264, "sudo": 557, "systemd-logind": 452, "chpasswd": 417, "systemd": 238, "useradd": 50, "su": 45,
        "groupadd": 3,
      ])
  }

  /// Each count is that of `grep -c` with the words of the comment.
  @Test(arguments: [
    ("ssh_invalid_user", 178),  // "Invalid user"
    ("ssh_too_many_failures", 189),  // "error: maximum authentication attempts"
    ("sudo_command", 186),  // "COMMAND="
    ("user_added", 40),  // "new user:" 10, "failed adding user" 30
    ("group_added", 11),  // "new group:"
    ("switched_user", 9),  // "Successful su"
    ("pam_authentication", 343),  // "): authentication failure;"
    ("session_opened", 1_268),  // "session opened for user"
    ("session_closed", 1_074),  // "session closed for user"
    ("login_session_started", 226),  // "New session"
    ("login_session_ended", 223),  // "Removed session"
    ("password_changed", 417),  // "password changed for" 10, "does not exist" 407
    ("ssh_connection_opened", 17),  // "Connection from"
    ("ssh_negotiation_failed", 36),  // "Did not receive identification" 14, "Bad protocol version" 18, "Unable to negotiate" 4
  ])
  func actions(action: String, count: Int) { #expect(log.rows(action).count == count) }

  @Test func accountsAndCommands() {
    #expect(log.rows("user_added", "success").count == 10)
    #expect(log.rows("user_added", "success").allSatisfy { $0["user.name"]?.hasPrefix("elastic_user_") == true })
    #expect(log.rows("sudo_command").allSatisfy { $0["user.effective.name"] == "root" && $0["process.command_line"] != nil })
    #expect(DecodedLog.counts(log.rows("sudo_command"), by: "user.name") == ["ubuntu": 181, "root": 5])
    #expect(log.rows("ssh_login", "failure").filter { $0["system.auth.ssh.method"] == "publickey" }.count == 4)
  }

  @Test func assumptionsAreSaid() {
    #expect(log.assumptions.count == 2)
    #expect(log.assumptions.first?.contains("2017") == true)
    #expect(log.assumptions.last == "Times carry no zone and are taken as UTC.")
  }

  @Test(arguments: [4_096, 70_000])
  func piecesMakeNoDifference(piece: Int) throws {
    let pieces = try DecodedLog(SharedData.bytes(SharedData.authLog), options: SourceOptions(year: 2_017), piece: piece)
    #expect(pieces.rows == log.rows)
    #expect(pieces.tally == log.tally)
  }
}
