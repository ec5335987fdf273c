import Testing

@Suite("Messages of sshd")
struct SSHMessageTests {
  /// The one record of a message of sshd, as `action outcome user source port reason`, `-` where nothing is told.
  private func summary(_ message: String) throws -> String {
    let log = try DecodedLog(lines: ["Nov  1 00:03:27 lab sshd[42]: " + message])
    let row = try #require(log.rows.first)
    #expect(log.rows.count == 1)
    let columns = ["event.action", "event.outcome", "user.name", "source.ip", "source.port", "event.reason"]
    return columns.map { row[$0] ?? "-" }.joined(separator: "|")
  }

  @Test(arguments: [
    ("Accepted password for alice from 192.0.2.7 port 4242 ssh2", "ssh_login|success|alice|192.0.2.7|4242|-"),
    (
      "Accepted publickey for alice from 2001:db8::7 port 4242 ssh2: ED25519 SHA256:abc",
      "ssh_login|success|alice|2001:db8::7|4242|-"
    ),
    ("Failed password for root from 192.0.2.7 port 4242 ssh2", "ssh_login|failure|root|192.0.2.7|4242|-"),
    ("Failed none for invalid user  from 192.0.2.7 port 4242 ssh2", "ssh_login|failure|-|192.0.2.7|4242|invalid user"),
    ("Failed keyboard-interactive/pam for invalid user bob from 192.0.2.7 port 1 ssh2", "ssh_login|failure|bob|192.0.2.7|1|invalid user"),
    ("Failed password for illegal user bob from ::ffff:192.0.2.7 port 1 ssh2", "ssh_login|failure|bob|::ffff:192.0.2.7|1|illegal user"),
    ("Invalid user admin from 192.0.2.7", "ssh_invalid_user|failure|admin|192.0.2.7|-|-"),
    ("Invalid user  from 192.0.2.7 port 9", "ssh_invalid_user|failure|-|192.0.2.7|9|-"),
    (
      "User games from 192.0.2.7 not allowed because not listed in AllowUsers",
      "ssh_invalid_user|failure|games|192.0.2.7|-|not listed in AllowUsers"
    ),
    (
      "error: maximum authentication attempts exceeded for invalid user x from 192.0.2.7 port 9 ssh2 [preauth]",
      "ssh_too_many_failures|failure|x|192.0.2.7|9|invalid user"
    ),
    ("Connection from 192.0.2.7 port 9 on 192.0.2.1 port 22", "ssh_connection_opened|-|-|192.0.2.7|9|-"),
    ("Connection closed by 192.0.2.7 [preauth]", "ssh_connection_closed|-|-|192.0.2.7|-|-"),
    ("Connection closed by invalid user x y 192.0.2.7 port 9 [preauth]", "ssh_connection_closed|-|x y|192.0.2.7|9|invalid user"),
    ("Connection reset by authenticating user  192.0.2.7 port 9 [preauth]", "ssh_connection_closed|-|-|192.0.2.7|9|-"),
    ("Received disconnect from 192.0.2.7: 11: Bye Bye", "ssh_connection_closed|-|-|192.0.2.7|-|-"),
    ("Received disconnect from 192.0.2.7 port 9:11: Bye Bye [preauth]", "ssh_connection_closed|-|-|192.0.2.7|9|-"),
    ("Received disconnect from 2001:db8::: 11: Bye Bye", "ssh_connection_closed|-|-|2001:db8::|-|-"),
    ("Disconnected from user alice 192.0.2.7 port 9", "ssh_connection_closed|-|alice|192.0.2.7|9|-"),
    (
      "Disconnecting: Too many authentication failures [preauth]", "ssh_connection_closed|-|-|-|-|Too many authentication failures"
    ),
    (
      "Disconnecting authenticating user root 192.0.2.7 port 9: Too many authentication failures [preauth]",
      "ssh_connection_closed|-|root|192.0.2.7|9|-"
    ),
    ("Did not receive identification string from 192.0.2.7 port 9", "ssh_negotiation_failed|failure|-|192.0.2.7|9|-"),
    (
      "Bad protocol version identification 'GET / from 198.51.100.9 port 1' from 192.0.2.7 port 9",
      "ssh_negotiation_failed|failure|-|192.0.2.7|9|-"
    ),
    ("banner exchange: Connection from 192.0.2.7 port 9: invalid format", "ssh_negotiation_failed|failure|-|192.0.2.7|9|invalid format"),
    ("Timeout before authentication for connection from 192.0.2.7 to 192.0.2.1, pid = 42", "ssh_timeout|failure|-|192.0.2.7|-|-"),
    ("fatal: Timeout before authentication for 192.0.2.7 port 9", "ssh_timeout|failure|-|192.0.2.7|9|-"),
    ("drop connection #10 from [192.0.2.7]:9 on [192.0.2.1]:22 past MaxStartups", "ssh_connection_refused|failure|-|192.0.2.7|9|-"),
    ("refused connect from client.example (192.0.2.7)", "ssh_connection_refused|failure|-|192.0.2.7|-|-"),
    ("error: PAM: Authentication failure for root from client.example", "pam_authentication|failure|root|-|-|-"),
    ("PAM 2 more authentication failures; logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.7  user=root", "-|-|root|192.0.2.7|-|-"),
    ("Server listening on 0.0.0.0 port 22.", "-|-|-|-|-|-"),
    ("Failed password for", "-|-|-|-|-|-"),
    ("Failed password for root from", "-|-|-|-|-|-"),
    ("", "-|-|-|-|-|-"),
  ])
  func events(message: String, expected: String) throws { #expect(try summary(message) == expected) }

  /// A client chooses the name; it can't choose where the line says that it came from.
  @Test(arguments: [
    "root from 198.51.100.9 port 22 ssh2", "x from 198.51.100.9", " from 198.51.100.9 port 22 ssh2", "a from b from c",
    "for invalid user y from 198.51.100.9 port 22 ssh2:", "from", "invalid user z", "port 1 ssh2", "日本 from 198.51.100.9 port 1 ssh2",
  ])
  func hostileNames(name: String) throws {
    let lines = [
      "Failed password for invalid user \(name) from 192.0.2.7 port 4242 ssh2", "Invalid user \(name) from 192.0.2.7 port 4242",
      "error: maximum authentication attempts exceeded for invalid user \(name) from 192.0.2.7 port 4242 ssh2 [preauth]",
      "Connection closed by invalid user \(name) 192.0.2.7 port 4242 [preauth]",
    ]
    for line in lines {
      let log = try DecodedLog(lines: ["Nov  1 00:03:27 lab sshd[42]: " + line])
      let row = try #require(log.rows.first)
      #expect(row["user.name"] == name, "\(line)")
      #expect(row["source.ip"] == "192.0.2.7", "\(line)")
      #expect(row["source.port"] == "4242", "\(line)")
    }
  }

  /// The text of a certificate follows the origin, and a client chooses that too; the account then exists, so its name holds no spaces.
  @Test func hostileCertificates() throws {
    let row = try summary(
      "Failed publickey for alice from 192.0.2.7 port 4242 ssh2: RSA-CERT SHA256:abc ID x from 198.51.100.9 port 22 ssh2 (serial 0) CA RSA y"
    )
    #expect(row == "ssh_login|failure|alice|192.0.2.7|4242|-")
  }

  @Test func sourcesByNameAreDomains() throws {
    let log = try DecodedLog(lines: [
      "Nov  1 00:03:27 lab sshd[42]: pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= "
        + "rhost=client.example  user=root"
    ])
    #expect(log.rows.first?["source.domain"] == "client.example")
    #expect(log.rows.first?["source.ip"] == nil)
  }

  @Test func newerProgramNames() throws {
    for program in ["sshd-session", "sshd-auth", "/usr/sbin/sshd"] {
      let log = try DecodedLog(lines: ["Nov  1 00:03:27 lab \(program)[42]: Accepted password for a from 192.0.2.7 port 1 ssh2"])
      #expect(log.rows("ssh_login", "success").count == 1)
      #expect(log.rows.first?["process.name"] == program)
    }
  }
}
