import LogCollectors
import LogRecords
import Testing

@Suite("Formats are told from each other")
struct LogFormatRegistryTests {
  @Test(arguments: [
    ("Nov  1 00:03:27 lab sshd[42]: Failed password for root from 192.0.2.7 port 1 ssh2\n", "linux-auth"),
    ("2026-11-01T00:03:27Z lab kernel: hello\nrubbish\n", "linux-auth"),
    (
      "timestamp,user_id,source_ip,destination_ip,action,success\n2026-11-01T00:03:27Z,user_001,10.0.0.1,10.0.0.2,login_attempt,true\n",
      "csv"
    ),
  ])
  func theSurestIsTheRightOne(sample: String, name: String) {
    let judged = LogFormatRegistry.all.map { (name: $0.name, confidence: $0.confidence(sample: Array(sample.utf8))) }
    let best = judged.max { $0.confidence < $1.confidence }
    #expect(best?.name == name)
    #expect(judged.filter { $0.confidence == best?.confidence }.count == 1)
  }

  @Test(arguments: [
    "", "\n\n", "hello\nworld\n", "192.0.2.7 - - [01/Nov/2026:00:03:27 +0000] \"GET / HTTP/1.1\" 200 1\n", "\u{7F}ELF\u{0}",
    "timestamp,user\n2026-11-01T00:03:27Z,a\n", "2026-11-01 00:03:27,123 INFO hello\n",
    "{\"timestamp\": \"2026-11-01T00:03:27Z\"}\n",
  ])
  func whatIsNoSyslogIsNotTakenForIt(sample: String) { #expect(LinuxAuthFormat().confidence(sample: Array(sample.utf8)) == 0) }

  /// The log of a web server has commas, too, and quotes that no column's name has.
  @Test func aWebServersLogIsNoTable() {
    let line = "192.0.2.7 - - [01/Nov/2026:00:03:27 +0000] \"GET /?a=1,2 HTTP/1.1\" 200 1 \"-\" \"Mozilla/5.0 (X11; Linux; rv:1)\"\n"
    let sample = Array(String(repeating: line, count: 30).utf8)
    #expect(LogFormatRegistry.all.allSatisfy { $0.confidence(sample: sample) < 5 })
  }

  @Test func names() throws {
    #expect(try LogFormatRegistry.named("linux-auth").name == "linux-auth")
    do {
      _ = try LogFormatRegistry.named("linux_aut")
      Issue.record("a format was found")
    } catch { #expect(error.diagnostics.map(\.message) == ["no format is called ‘linux_aut’ (did you mean ‘linux-auth’?)"]) }
    #expect(Set(LogFormatRegistry.names).count == LogFormatRegistry.all.count)
  }

  @Test func canonicalColumnsHoldThoseOfEveryFormat() throws {
    let layout = try LinuxAuthFormat().layout(sample: [], isWhole: true, file: "x", options: SourceOptions(year: 2_020))
    let names = layout.columns.map(\.name)
    #expect(names == CanonicalColumns.all.filter(names.contains))
    let roles = layout.columns.compactMap { column in column.role.map { "\($0.rawValue) \(column.name)" } }
    #expect(
      roles == [
        "time @timestamp", "host host.name", "action event.action", "outcome event.outcome", "user user.name", "source source.ip",
        "message message",
      ])
  }
}
