import LogRecords
import Testing

@Suite("CrowdSec's SSH samples", .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
struct CrowdSecSampleTests {
  @Test func sourcesAndUsersAreTheirs() throws {
    let facts = try CrowdSecFacts(test: "sshd-logs", parser: "crowdsecurity/sshd-logs").meta
    let log = try DecodedLog(shared: SharedData.crowdSec("sshd-logs"))
    #expect(log.rows.count == 24)
    #expect(facts.count == 23)
    for (index, fact) in facts {
      // They strip the prefix of an IPv4 address written as IPv6.
      #expect(log.rows[index]["source.ip"]?.hasSuffix(fact["source_ip"] ?? "-") == true, "record \(index)")
      if let user = fact["target_user"] { #expect(log.rows[index]["user.name"] == user, "record \(index)") }
      #expect(log.rows[index]["event.action"] != nil, "record \(index)")
    }
  }

  @Test func kindsAreTheirs() throws {
    let facts = try CrowdSecFacts(test: "sshd-logs", parser: "crowdsecurity/sshd-logs").meta
    let log = try DecodedLog(shared: SharedData.crowdSec("sshd-logs"))
    // Their "failed-auth" is several actions here, as one try may leave several of those lines.
    let actions = [
      "ssh_bad_keyexchange": ["ssh_negotiation_failed"], "ssh_refused_conn": ["ssh_connection_refused"],
      "ssh_auth_timeout": ["ssh_timeout"], "ssh_dispatch_fatal": ["ssh_negotiation_failed"],
      "ssh_failed-auth": ["ssh_login", "ssh_invalid_user", "pam_authentication", "ssh_connection_closed", "ssh_negotiation_failed"],
    ]
    for (index, fact) in facts {
      let allowed = try #require(actions[fact["log_type"] ?? ""])
      #expect(allowed.contains(log.rows[index]["event.action"] ?? ""), "record \(index)")
    }
    #expect(log.rows("ssh_login").count == 1)
  }

  @Test func acceptedLogins() throws {
    let log = try DecodedLog(shared: SharedData.crowdSec("sshd-success-logs"))
    #expect(log.tally.lines == 4)
    #expect(DecodedLog.counts(log.rows("ssh_login", "success"), by: "system.auth.ssh.method") == ["publickey": 3, "password": 1])
    #expect(Set(log.rows.map { $0["source.ip"] }) == ["192.168.121.1"])
  }

  @Test func ordinaryClosesAreNoFailures() throws {
    let log = try DecodedLog(shared: "crowdsecurity-hub/tests/sshd-logs-fp/sshd-logs.log")
    #expect(log.rows.count == 6)
    #expect(log.rows("ssh_connection_closed").count == 6)
    #expect(log.rows.allSatisfy { $0["event.outcome"] == nil && $0["user.name"] == "ansible" && $0["source.ip"] == "192.168.1.1" })
  }

  @Test func bruteForces() throws {
    let enumeration = try DecodedLog(shared: SharedData.crowdSec("ssh-bf"))
    #expect(enumeration.tally.lines == 7)
    #expect(enumeration.tally.blank == 1)
    #expect(enumeration.rows("ssh_invalid_user").map { $0["source.ip"] } == Array(repeating: "35.188.49.176", count: 6))
    #expect(Set(enumeration.rows.map { $0["user.name"] }).count == 6)
    let authenticating = try DecodedLog(shared: SharedData.crowdSec("sshd-invalid-bf"))
    #expect(authenticating.rows.map { $0["source.ip"] } == Array(repeating: "179.43.183.98", count: 6))
    #expect(authenticating.rows.allSatisfy { $0["user.name"] == "root" })
    let structured = try DecodedLog(shared: SharedData.crowdSec("opnsense-sshd"), year: nil)
    #expect(structured.rows("ssh_invalid_user").map { $0["source.ip"] } == Array(repeating: "1.2.3.4", count: 10))
    #expect(structured.rows.first?["@timestamp"] == "2022-01-19T14:23:55Z")
    #expect(structured.rows.first?["process.pid"] == "44255")
    #expect(structured.rows.first?["message"] == "Invalid user tutu from 1.2.3.4 port 33166")
  }

  @Test func timeoutsAndNegotiations() throws {
    let timeouts = try DecodedLog(shared: SharedData.crowdSec("ssh-timeout"))
    #expect(DecodedLog.counts(timeouts.rows, by: "source.ip") == ["192.168.9.212": 4, "192.168.9.213": 4])
    #expect(DecodedLog.counts(timeouts.rows, by: "event.action") == ["ssh_timeout": 4, "ssh_negotiation_failed": 4])
    let exchanges = try DecodedLog(shared: SharedData.crowdSec("sshd-bad-keyexchange-bf"))
    #expect(
      DecodedLog.counts(exchanges.rows("ssh_negotiation_failed"), by: "source.ip")
        == ["123.57.135.134": 6, "206.189.59.169": 6, "123.123.123.123": 7])
    #expect(Set(exchanges.rows.compactMap { $0["event.reason"] }).contains("no matching MAC found"))
  }

  @Test func pluggableModules() throws {
    let log = try DecodedLog(shared: SharedData.crowdSec("pam-logs"))
    #expect(log.rows.map { $0["user.name"] } == ["zbadguy", "zbadguy"])
    #expect(log.rows.map { $0["event.action"] } == [nil, "pam_authentication"])
  }

  @Test func otherProgramsKeepTimeHostAndMessage() throws {
    for test in ["dovecot-logs", "postfix-logs", "cowrie-logs"] {
      let bytes = try SharedData.bytes(SharedData.crowdSec(test))
      let log = try DecodedLog(bytes)
      #expect(log.tally.rejectedCount == 0, "\(test)")
      #expect(log.rows.allSatisfy { $0["@timestamp"] != nil && $0["host.name"] != nil && $0["message"] != nil }, "\(test)")
      #expect(log.rows.allSatisfy { $0["event.action"] == nil }, "\(test)")
    }
  }
}
