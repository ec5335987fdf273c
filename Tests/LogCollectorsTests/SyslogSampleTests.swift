import CivilTime
import LogRecords
import Testing

@testable import LogCollectors

@Suite("Syslog samples of plaso and lnav", .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
struct SyslogSampleTests {
  private func years(_ log: DecodedLog) -> [String] { log.rows.compactMap { $0["@timestamp"].map { String($0.prefix(4)) } } }

  @Test func plasoSSH() throws {
    let log = try DecodedLog(shared: "plaso/test_data/syslog/syslog_ssh.log")
    #expect(log.rows.count == 9)
    let failed = log.rows("ssh_login", "failure")
    #expect(failed.map { $0["source.ip"] } == ["001:db8:a0b:12f0::1", "188.124.3.41"])
    #expect(failed.map { $0["source.port"] } == ["8759", "32889"])
    #expect(failed.map { $0["system.auth.ssh.method"] } == ["publickey", "password"])
    #expect(log.rows("ssh_login", "success").count == 5)
    #expect(log.rows("ssh_login", "success")[1]["source.ip"] == "2001:0db8:0a0b:12f0:0000:0000:0000:0001")
  }

  @Test func plasoSyslog() throws {
    let log = try DecodedLog(shared: "plaso/test_data/syslog/syslog", year: 2_012)
    // 18 lines: 15 ordinary, 5 that one line stands for; a month "MMM" and a continuation line are rejected.
    #expect(log.tally.lines == 18)
    #expect(log.tally.records == 20)
    #expect(log.tally.repeated == 4)
    #expect(log.tally.rejected == [.unrecognised: 2])
    #expect(log.tally.samples.map(\.line) == [8, 14])
    #expect(years(log) == Array(repeating: "2012", count: 8) + Array(repeating: "2013", count: 4) + Array(repeating: "2014", count: 8))
    #expect(log.rows[6]["@timestamp"] == "2012-02-29T01:15:43Z")
    #expect(log.rows[9]["@timestamp"] == "2013-03-23T23:01:18.123Z")
    #expect(log.rows[13..<18].allSatisfy { $0["message"] == "Test message with single character day" && $0["log.file.line"] == "16" })
    #expect(log.rows[18]["host.name"] == nil)
    #expect(log.rows[18]["process.name"] == "kernel")
    #expect(log.rows("cron_command").map { $0["process.command_line"] ?? "" }.prefix(1) == ["touch /var/run/crond.somecheck"])
  }

  @Test func leapDaysNeedLeapYears() throws {
    let log = try DecodedLog(shared: "plaso/test_data/syslog/syslog", year: 2_013)
    #expect(log.tally.rejected == [.unrecognised: 3])
    #expect(log.tally.samples.map(\.line) == [7, 8, 14])
  }

  @Test(arguments: [
    ("syslog_rsyslog_traditional", 8, 3), ("syslog_rsyslog_SysklogdFileFormat", 9, 1), ("syslog_cron.log", 9, 0), ("syslog_osx", 2, 0),
    ("syslog_rsyslog", 5, 0), ("syslog_chromeos", 8, 1),
  ])
  func plasoVariants(name: String, events: Int, rejected: Int) throws {
    let log = try DecodedLog(shared: "plaso/test_data/syslog/" + name)
    // plaso counts a line that stands for several once.
    #expect(log.tally.records - log.tally.repeated == events)
    #expect(log.tally.rejectedCount == rejected)
  }

  @Test func macOSLevelsAreNoPartOfTheMessage() throws {
    let log = try DecodedLog(shared: "plaso/test_data/syslog/syslog_osx")
    #expect(log.rows.last?["process.name"] == "sockerfilterfw")
    #expect(log.rows.last?["message"] == "launchd Allow TCP LISTEN (in:0 out:2)")
    let chromeOS = try DecodedLog(shared: "plaso/test_data/syslog/syslog_chromeos", year: nil)
    #expect(chromeOS.rows.first?["host.name"] == nil)
    #expect(chromeOS.rows.first?["process.name"] == "periodic_scheduler")
    #expect(chromeOS.rows.first?["@timestamp"] == "2016-10-25T19:37:23.297265Z")
  }

  @Test func yearsTurn() throws {
    let once = try DecodedLog(shared: "lnav/test/logfile_rollover.1", year: 2_019)
    #expect(years(once) == ["2019", "2019", "2019", "2019", "2020"])
    let often = try DecodedLog(shared: "lnav/test/logfile_rollover.2", year: 1_980)
    #expect(often.rows.count == 375)
    #expect(years(often).first == "1980")
    #expect(years(often).last == "2055")
    #expect(Set(years(often)).count == 76)
    let december = try DecodedLog(shared: "lnav/test/logfile_syslog.1", year: 2_019)
    #expect(years(december) == ["2019", "2019", "2019", "2020"])
    let set = try DecodedLog(shared: "lnav/test/logfile_dst.0", year: 2_019)
    #expect(Set(years(set)) == ["2019"])
    #expect(set.rows[5]["@timestamp"] == "2019-11-03T01:24:56Z")
  }

  @Test func linesThatAreNotSyslogAreRejected() throws {
    let header = try DecodedLog(shared: "lnav/test/logfile_syslog_with_header.0")
    #expect(header.rows.count == 4)
    #expect(header.tally.rejectedCount == 2)
    let french = try DecodedLog(shared: "lnav/test/logfile_syslog_fr.0")
    #expect(french.tally.rejectedCount == 1)
    let bad = try DecodedLog(shared: "lnav/test/logfile_bad_syslog.0")
    #expect(bad.rows.count == 4)
    #expect(bad.rows[2]["process.name"] == nil)
    #expect(bad.rows[2]["message"] == "lookup for opt failed")
  }

  @Test func firstYearsAreInferred() throws {
    func inferred(_ name: String, modified: CivilDateTime) throws -> Int? {
      var inference = YearInference()
      let bytes = try SharedData.bytes(name)
      let taken = bytes.withUnsafeBytes { inference.scan($0, isLast: true) }
      #expect(taken == bytes.count)
      return inference.firstYear(modified: try #require(modified.utc))
    }
    let april = CivilDateTime(year: 2_017, month: 4, day: 21)
    #expect(try inferred(SharedData.authLog, modified: april) == 2_017)
    // The last record is of 20 April 14:14: a file written a week earlier must be of the next year.
    #expect(try inferred(SharedData.authLog, modified: CivilDateTime(year: 2_018, month: 4, day: 13)) == 2_017)
    #expect(try inferred("lnav/test/logfile_rollover.1", modified: CivilDateTime(year: 2_020, month: 2, day: 3)) == 2_019)
    #expect(try inferred("lnav/test/logfile_rollover.2", modified: CivilDateTime(year: 2_055, month: 3, day: 1)) == 1_980)
    // It holds a 29 February in its first year, and turns twice.
    #expect(try inferred("plaso/test_data/syslog/syslog", modified: CivilDateTime(year: 2_016, month: 1, day: 1)) == 2_012)
    #expect(try inferred(SharedData.crowdSec("opnsense-sshd"), modified: april) == nil)
  }
}
