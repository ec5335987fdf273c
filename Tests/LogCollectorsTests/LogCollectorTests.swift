import CivilTime
import Diagnostics
import Foundation
import LogCollectors
import LogRecords
import Testing

@Suite("Raw logs become canonical CSV")
struct LogCollectorTests {
  /// A folder of its own for each test, removed after it.
  private final class Folder {
    let path: String

    init() throws {
      let url = FileManager.default.temporaryDirectory.appendingPathComponent("logbrief-collect-" + UUID().uuidString)
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String, _ lines: [String]) throws -> String {
      let url = URL(fileURLWithPath: path + "/" + name)
      try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: url)
      return url.path
    }
  }

  private let folder: Folder

  init() throws { folder = try Folder() }

  private func collect(_ logs: [RawLog], year: Int? = nil) throws -> (lines: [String], report: ScanReport) {
    let output = try BufferedFile(path: folder.path + "/out.csv")
    let report = try LogCollector(options: SourceOptions(year: year)).collect(logs, to: output)
    try output.finish()
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder.path + "/out.csv")), as: UTF8.self)
    return (text.split(separator: "\n").map(String.init), report)
  }

  private func date(_ year: Int, _ month: Int, _ day: Int) throws -> Timestamp {
    try #require(CivilDateTime(year: year, month: month, day: day).utc)
  }

  @Test func rowsUnderTheCanonicalColumns() throws {
    let path = try folder.file(
      "auth.log",
      [
        "Nov  1 00:03:27 lab sshd[42]: Accepted password for alice from 192.0.2.7 port 4242 ssh2",
        "Nov  1 00:03:28 lab sudo:    alice : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/echo \"a, b\"",
        "rubbish",
      ])
    let (lines, report) = try collect([RawLog(path: path, modified: try date(2_026, 11, 2))])
    #expect(
      lines == [
        "@timestamp,host.name,process.name,process.pid,event.category,event.action,event.outcome,event.reason,user.name,"
          + "user.effective.name,group.name,source.ip,source.domain,source.port,system.auth.ssh.method,process.command_line,message,"
          + "log.file.path,log.file.line",
        "2026-11-01T00:03:27Z,lab,sshd,42,authentication,ssh_login,success,,alice,,,192.0.2.7,,4242,password,,"
          + "Accepted password for alice from 192.0.2.7 port 4242 ssh2,auth.log,1",
        "2026-11-01T00:03:28Z,lab,sudo,,process,sudo_command,success,,alice,root,,,,,,\"/bin/echo \"\"a, b\"\"\","
          + "\"alice : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/bin/echo \"\"a, b\"\"\",auth.log,2",
      ])
    #expect(report.tally.lines == 3)
    #expect(report.tally.records == 2)
    #expect(report.tally.rejectedCount == 1)
    #expect(report.files.first?.format == "linux-auth")
    #expect(report.files.first?.first == (try date(2_026, 11, 1)) + .seconds(207))
    #expect(report.files.first?.assumptions.first == "The year 2026 was inferred from the time the file was last written.")
  }

  @Test func filesAreReadInTimeOrder() throws {
    let new = try folder.file("auth.log", ["Jan  2 00:00:00 lab x: new"])
    let old = try folder.file("auth.log.1", ["Dec 30 00:00:00 lab x: old", "Jan  1 00:00:00 lab x: turned"])
    let (lines, report) = try collect([
      RawLog(path: new, modified: try date(2_027, 1, 2)), RawLog(path: old, modified: try date(2_027, 1, 1)),
    ])
    #expect(lines.dropFirst().map { String($0.prefix(10)) } == ["2026-12-30", "2027-01-01", "2027-01-02"])
    #expect(report.files.map(\.name) == [old, new])
  }

  @Test func withAYearFilesFollowOnEachOther() throws {
    let first = try folder.file("a", ["Dec 30 00:00:00 lab x: y"])
    let second = try folder.file("b", ["Jan  1 00:00:00 lab x: y", "Dec 31 00:00:00 lab x: y"])
    let third = try folder.file("c", ["Dec 31 00:00:00 lab x: y", "Jan  1 00:00:00 lab x: y"])
    let lines = try collect([first, second, third].map { RawLog(path: $0) }, year: 2_015).lines
    #expect(lines.dropFirst().map { String($0.prefix(10)) } == ["2015-12-30", "2016-01-01", "2016-12-31", "2016-12-31", "2017-01-01"])
  }

  @Test func onlyThePeriodIsKept() throws {
    let path = try folder.file("auth.log", (1...5).map { "Nov  \($0) 00:00:00 lab x: y" })
    let output = try BufferedFile(path: folder.path + "/out.csv")
    let options = SourceOptions(year: 2_026, period: try date(2_026, 11, 2)..<date(2_026, 11, 4))
    let report = try LogCollector(options: options).collect([RawLog(path: path)], to: output)
    try output.finish()
    #expect(report.files.first?.outsidePeriod == 3)
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder.path + "/out.csv")), as: UTF8.self)
    #expect(text.split(separator: "\n").dropFirst().map { String($0.prefix(10)) } == ["2026-11-02", "2026-11-03"])
  }

  @Test func longFilesAreReadPieceByPiece() throws {
    // Over a megabyte and a half, so that lines cross the borders of pieces, with a year that turns in the middle.
    let old = (0..<12_000).map { "Dec 31 23:59:59 lab sshd[\($0)]: Invalid user u\($0) from 192.0.2.7 port 4242" }
    let new = (0..<12_000).map { "Jan  1 00:00:00 lab sshd[\($0)]: Invalid user v\($0) from 192.0.2.7 port 4242" }
    let path = try folder.file("auth.log", old + new)
    let (lines, report) = try collect([RawLog(path: path, modified: try date(2_027, 6, 1))])
    #expect(lines.count == 24_001)
    #expect(report.tally.lines == 24_000)
    #expect(lines[12_000].hasPrefix("2026-12-31T23:59:59Z,lab,sshd,11999,") && lines[12_000].hasSuffix(",auth.log,12000"))
    #expect(lines[12_001].hasPrefix("2027-01-01T00:00:00Z,lab,sshd,0,") && lines[12_001].hasSuffix(",auth.log,12001"))
  }

  @Test func whatIsWrongIsToldAtOnce() throws {
    let empty = try folder.file("empty.log", [])
    let csv = try folder.file("rows.csv", ["timestamp,user_id,source_ip,success", "2026-11-01T00:03:27Z,a,192.0.2.7,true"])
    let yearless = try folder.file("auth.log", ["Jan  2 00:00:00 lab x: new"])
    do {
      _ = try collect([empty, csv, yearless, folder.path + "/absent.log"].map { RawLog(path: $0) })
      Issue.record("nothing was wrong")
    } catch let problems as DiagnosticList {
      #expect(problems.diagnostics.count == 4)
      #expect(problems.exitCode() == .input)
      let messages = problems.diagnostics.map(\.message)
      #expect(messages[0].hasSuffix("is empty"))
      #expect(messages[1].hasPrefix("the file is CSV already"))
      #expect(messages[2].hasPrefix("the times carry no year"))
    }
  }

  @Test(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
  func theRealAuthLog() throws {
    let log = RawLog(path: SharedData.path(SharedData.authLog), modified: try date(2_017, 4, 20))
    let (lines, report) = try collect([log])
    #expect(lines.count == 7_447)
    #expect(report.tally.lines == 7_121)
    #expect(report.tally.records == 7_446)
    #expect(report.tally.repeated == 325)
    #expect(report.tally.rejectedCount == 0)
    #expect(report.files.first?.stepsBack == 0)
    #expect(report.files.first?.untimed == 0)
    #expect(lines.filter { $0.contains(",ssh_login,failure,") }.count == 1_042)
    #expect(lines.allSatisfy { !$0.contains(SharedData.root) })
  }

  @Test(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
  func compressedLogsAreReadAsTheyAre() throws {
    let modified = try date(2_014, 1, 1)
    let packed = try collect([RawLog(path: SharedData.path("plaso/test_data/syslog.gz"), modified: modified)])
    let plain = try collect([RawLog(path: SharedData.path("plaso/test_data/syslog_copy"), modified: modified)])
    #expect(packed.report.tally == plain.report.tally)
    #expect(packed.lines.map { $0.replacing("syslog.gz", with: "") } == plain.lines.map { $0.replacing("syslog_copy", with: "") })
    #expect(plain.report.tally.lines == 15)
  }
}
