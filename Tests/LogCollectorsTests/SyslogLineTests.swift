import CivilTime
import Diagnostics
import LogCollectors
import LogRecords
import Testing

@Suite("Lines of syslog")
struct SyslogLineTests {
  /// `time|host|program|pid|message`, `-` where nothing is told.
  @Test(arguments: [
    ("Nov  1 00:03:27 lab sshd[42]: hello", "2020-11-01T00:03:27Z|lab|sshd|42|hello"),
    ("Nov 1 00:03:27 lab sshd[42]: hello", "2020-11-01T00:03:27Z|lab|sshd|42|hello"),
    ("Nov 01 00:03:27 lab sshd: hello", "2020-11-01T00:03:27Z|lab|sshd|-|hello"),
    ("<38>Nov  1 00:03:27 lab sshd[42]: hello", "2020-11-01T00:03:27Z|lab|sshd|42|hello"),
    ("Nov  1 00:03:27.25 lab sshd[42]: hello", "2020-11-01T00:03:27.250Z|lab|sshd|42|hello"),
    ("Nov  1 2019 00:03:27 lab sshd[42]: hello", "2019-11-01T00:03:27Z|lab|sshd|42|hello"),
    ("Nov  1 23:59:60 lab sshd[42]: hello", "2020-11-02T00:00:00Z|lab|sshd|42|hello"),
    ("Nov  1 00:03:27 sshd[42]: hello", "2020-11-01T00:03:27Z|-|sshd|42|hello"),
    ("Nov  1 00:03:27 lab hello there", "2020-11-01T00:03:27Z|lab|-|-|hello there"),
    ("Nov  1 00:03:27 lab", "2020-11-01T00:03:27Z|lab|-|-|-"),
    ("Nov  1 00:03:27 lab /usr/sbin/cron[7]: hello", "2020-11-01T00:03:27Z|lab|/usr/sbin/cron|7|hello"),
    ("Nov  1 00:03:27 lab sshd[x]: hello", "2020-11-01T00:03:27Z|lab|sshd[x]|-|hello"),
    ("2026-11-01T00:03:27.250+02:00 lab sshd[42]: hello", "2026-10-31T22:03:27.250Z|lab|sshd|42|hello"),
    ("2026-11-01T00:03:27Z lab sshd[42]: hello", "2026-11-01T00:03:27Z|lab|sshd|42|hello"),
    ("2026-11-01T00:03:27 lab sshd[42]: hello", "2026-11-01T00:03:27Z|lab|sshd|42|hello"),
    ("<38>1 2026-11-01T00:03:27Z lab sshd 42 - - hello", "2026-11-01T00:03:27Z|lab|sshd|42|hello"),
    ("<38>1 2026-11-01T00:03:27Z - - - - - hello", "2026-11-01T00:03:27Z|-|-|-|hello"),
    (#"<38>1 2026-11-01T00:03:27Z lab sshd 42 x [a b="] \" c"][d] hello"#, "2026-11-01T00:03:27Z|lab|sshd|42|hello"),
    ("<38>1 2026-11-01T00:03:27Z lab sshd 42 - - \u{FEFF}hello", "2026-11-01T00:03:27Z|lab|sshd|42|hello"),
    ("Nov  1 00:03:27 lab sshd[42]: a\u{0}b \u{1B}[31m é", "2020-11-01T00:03:27Z|lab|sshd|42|a\u{0}b \u{1B}[31m é"),
    ("Nov  1 00:03:27 lab sshd[42]: hello\r", "2020-11-01T00:03:27Z|lab|sshd|42|hello"),
  ])
  func envelopes(line: String, expected: String) throws {
    let log = try DecodedLog(lines: [line])
    let row = try #require(log.rows.first)
    let columns = ["@timestamp", "host.name", "process.name", "process.pid", "message"]
    #expect(columns.map { row[$0] ?? "-" }.joined(separator: "|") == expected)
  }

  @Test(arguments: [
    "hello", "\tcontinued", "Nov 31 00:03:27 lab x: y", "Nov  1 24:03:27 lab x: y", "Nov  1 00:60:27 lab x: y", "nov  1 00:03:27 lab x: y",
    "Nov  1 00:03 lab x: y", "Nov 00 00:03:27 lab x: y", "2026-13-01T00:03:27Z lab x: y", "2026-11-01T00:03:27Zlab x: y", "Nov", "<38>",
    "<38>1 ",
    "Nov  1 00:03:27lab x: y", "\u{0}\u{0}\u{0}",
  ])
  func rejected(line: String) throws {
    let log = try DecodedLog(lines: ["Nov  1 00:00:00 lab x: y", line])
    #expect(log.rows.count == 1)
    #expect(log.tally.rejected == [.unrecognised: 1])
    #expect(log.tally.samples.map(\.line) == [2])
    #expect(log.tally.samples.first?.content == Array(line.utf8))
  }

  @Test func repeatedMessagesBecomeRows() throws {
    let log = try DecodedLog(lines: [
      "Nov  1 00:00:00 lab sshd[1]: Failed password for root from 192.0.2.7 port 1 ssh2",
      "Nov  1 00:00:09 lab sshd[1]: message repeated 3 times: [ Failed password for root from 192.0.2.7 port 1 ssh2]",
      "Nov  1 00:00:10 other sshd[1]: Failed password for bob from 192.0.2.8 port 1 ssh2",
      "Nov  1 00:00:11 lab last message repeated 2 times",
      "Nov  1 00:00:12 nobody last message repeated 2 times",
    ])
    #expect(log.rows.map { $0["log.file.line"] } == ["1", "2", "2", "2", "3", "4", "4"])
    #expect(log.rows.map { $0["user.name"] } == ["root", "root", "root", "root", "bob", "root", "root"])
    #expect(log.rows("ssh_login", "failure").count == 7)
    #expect(log.rows[5]["@timestamp"] == "2020-11-01T00:00:11Z")
    #expect(log.rows[5]["message"] == "Failed password for root from 192.0.2.7 port 1 ssh2")
    #expect(log.tally.lines == 5)
    #expect(log.tally.records == 7)
    #expect(log.tally.repeated == 3)
    #expect(log.tally.rejected == [.unrecognised: 1])
  }

  @Test func repetitionIsBelievedWithinReason() throws {
    let message = "Nov  1 00:00:00 lab sshd[1]: message repeated"
    let log = try DecodedLog(lines: [
      "\(message) 4096 times: [ x]", "\(message) 4096 times: [ y]", "\(message) 4097 times: [ z]", "\(message) 999999999 times: [ z]",
      "\(message) 0 times: [ z]", "\(message) 9999999999 times: [ z]",
    ])
    #expect(log.tally.records == 8_194)
    #expect(log.tally.repeated == 8_190)
    #expect(log.tally.rejected == [.unrecognised: 2])
    #expect(log.rows.last?["message"] == "message repeated 9999999999 times: [ z]")
  }

  @Test func everyLineIsCountedOnce() throws {
    let text = "\u{FEFF}Nov  1 00:00:00 lab x: y\r\n\r\n\nrubbish\nNov  1 00:00:01 lab x: y"
    for piece in [1, 7, 30, 4_096] {
      let log = try DecodedLog(Array(text.utf8), piece: piece)
      #expect(log.tally.lines == 5)
      #expect(log.tally.records == 2)
      #expect(log.tally.blank == 2)
      #expect(log.tally.rejected == [.unrecognised: 1])
    }
  }

  @Test func overlongLinesAreRejectedAndTheNextOnesRead() throws {
    let long = "Nov  1 00:00:00 lab x: " + String(repeating: "y", count: 3 << 20)
    let wide = "Nov  1 00:00:00 lab x: " + String(repeating: "y", count: 65_537)
    let text = Array([long, "Nov  1 00:00:01 lab x: y", wide, "Nov  1 00:00:02 lab x: y", ""].joined(separator: "\n").utf8)
    for piece in [2 << 20, .max] {
      let log = try DecodedLog(text, piece: piece)
      #expect(log.rows.map { $0["log.file.line"] } == ["2", "4"])
      #expect(log.tally.rejected == [.lineTooLong: 1, .fieldTooLong: 1])
      #expect(log.tally.samples.map(\.line) == [1, 3])
      #expect(log.tally.samples.map(\.content.count) == [1_024, 1_024])
      #expect(log.tally.lines == 4)
    }
  }

  @Test func onlyWantedColumnsAreFilled() throws {
    let line = Array("Nov  1 00:00:00 lab sshd[1]: Accepted password for a from 192.0.2.7 port 1 ssh2\n".utf8)
    let some = try DecodedLog(line, wanted: ["source.ip", "@timestamp"])
    #expect(some.rows == [["source.ip": "192.0.2.7", "@timestamp": "2020-11-01T00:00:00Z"]])
    let none = try DecodedLog(line, wanted: [])
    #expect(none.rows == [[:]])
  }

  @Test func timesAreOfTheZoneGiven() throws {
    let zone = try #require(TimeZoneRule("+02:00"))
    let lines = "Nov  1 00:03:27 lab x: y\n2026-11-01T00:03:27 lab x: y\n2026-11-01T00:03:27Z lab x: y\n"
    let log = try DecodedLog(Array(lines.utf8), options: SourceOptions(timezone: zone, year: 2_025))
    #expect(log.rows.compactMap { $0["@timestamp"] } == ["2025-10-31T22:03:27Z", "2026-10-31T22:03:27Z", "2026-11-01T00:03:27Z"])
    #expect(log.assumptions.last == "Times carry no zone and are taken as +02:00.")
  }

  @Test(arguments: [
    ("2026-11-01T00:03:27", 1), ("2026-11-01T00:03:27.25", 1), ("2026-11-01T00:03:27Z", 0), ("2026-11-01T00:03:27.25z", 0),
    ("2026-11-01T00:03:27+02:00", 0), ("2026-11-01T00:03:27-0200", 0), ("2026-11-01T00:03:27,250+02", 0),
  ])
  func zonesAreAssumedOnlyWhereTheyAreMissing(time: String, assumptions: Int) throws {
    for line in [time + " lab x: y", "<38>1 \(time) lab x - - - y"] {
      #expect(try DecodedLog(lines: [line], year: nil).assumptions.count == assumptions)
    }
  }

  @Test func recordsKnowTheirPlace() throws {
    let text = Array("Nov  1 00:00:00 lab x: a\nrubbish\nNov  1 00:00:00 lab x: message repeated 2 times: [ b]\n".utf8)
    var decoder = try LinuxAuthFormat().layout(sample: text, isWhole: true, file: "x", options: SourceOptions(year: 2_020))
      .makeDecoder(wanted: [])
    var batch = RecordBatch(columnCount: 0)
    var tally = RecordTally()
    text.withUnsafeBytes { bytes in
      batch.buffer = bytes
      #expect(decoder.decode(bytes, isLast: true, into: &batch, tally: &tally) == text.count)
    }
    #expect((0..<batch.count).map { batch.recordOffset($0) } == [0, 33, 33])
    #expect((0..<batch.count).map { batch.recordLine($0) } == [1, 3, 3])
  }

  /// Changed, cut and shuffled lines: nothing may be lost, and pieces may make no difference.
  @Test func damagedLinesAreCounted() throws {
    let lines = [
      "Nov  1 00:00:00 lab sshd[1]: Failed password for invalid user x from 192.0.2.7 port 1 ssh2",
      "<38>1 2026-11-01T00:03:27.25+02:00 lab sshd 42 - [a b=\"] \\\" c\"][d] Invalid user y from 2001:db8::1 port 9",
      "Nov  1 00:00:09 lab sshd[1]: message repeated 3 times: [ Failed password for root from 192.0.2.7 port 1 ssh2]",
      "Nov  1 00:00:11 lab last message repeated 2 times",
      "Nov  1 00:00:11 lab sudo:  alice : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/ls",
      "Nov  1 00:00:11 lab useradd[7]: add 'eve' to group 'sudo'", "Nov  1 00:00:11 lab CRON[7]: (root) CMD (x)",
      "Nov  1 00:00:11 lab sshd[1]: pam_unix(sshd:auth): authentication failure; logname= uid=0 rhost=192.0.2.7  user=root",
      "Nov  1 00:00:11 lab systemd-logind[1]: New session 7 of user alice.", "Nov  1 00:00:11 lab su: (to root) alice on pts/0", "",
    ].map { Array($0.utf8) }
    var state: UInt64 = 2_026
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<150 {
      var text: [UInt8] = []
      for _ in 0..<20 {
        var line = lines[random(lines.count)]
        for _ in 0..<random(4) where !line.isEmpty {
          switch random(3) {
          case 0: line[random(line.count)] = UInt8(random(256))
          case 1: line.removeSubrange(random(line.count)...)
          default: line.insert(contentsOf: line[random(line.count)...], at: random(line.count))
          }
        }
        text += line + [UInt8(ascii: "\n")]
      }
      let whole = try DecodedLog(text)
      let ends = text.count { $0 == UInt8(ascii: "\n") }
      #expect(whole.tally.lines == ends)
      #expect(whole.tally.records - whole.tally.repeated + whole.tally.blank + whole.tally.rejectedCount == ends)
      #expect(whole.rows.count == whole.tally.records)
      let pieces = try DecodedLog(text, piece: 1 + random(200))
      #expect(pieces.rows == whole.rows)
      #expect(pieces.tally == whole.tally)
    }
  }

  @Test func aYearIsNeededOnlyWhereTimesCarryNone() throws {
    #expect(throws: DiagnosticList.self) { try DecodedLog(lines: ["Nov  1 00:03:27 lab x: y"], year: nil) }
    do {
      _ = try DecodedLog(lines: ["Nov  1 00:03:27 lab x: y"], year: nil)
    } catch let problems as DiagnosticList {
      #expect(problems.exitCode() == .content)
      #expect(problems.diagnostics.first?.message.contains("‘--year’") == true)
    }
    let log = try DecodedLog(lines: ["2026-11-01T00:03:27Z lab x: y"], year: nil)
    #expect(log.assumptions.isEmpty)
  }
}
