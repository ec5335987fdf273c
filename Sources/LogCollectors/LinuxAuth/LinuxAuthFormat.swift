import Diagnostics
import LogRecords

/// Linux's authentication log, `/var/log/auth.log` or `/var/log/secure`, and other syslog files as far as time, host, program and message
/// go.
///
/// Lines of RFC 3164, of RFC 5424 and with RFC 3339 times may stand side by side. A line without a time is rejected, also one that seems to
/// continue the line before it: syslog has no continuation lines, and a forger would like them.
public struct LinuxAuthFormat: LogFormat {
  /// The format.
  public init() {}

  /// `linux-auth`.
  public var name: String { "linux-auth" }

  /// For a reader.
  public var title: String { "Linux authentication log" }

  /// Half of the lines or more must be syslog's; those of programs that authenticate make it sure.
  public func confidence(sample: [UInt8]) -> Int {
    var lines = (all: 0, syslog: 0, authentication: 0)
    unsafe sample.withUnsafeBytes { bytes in
      unsafe SyslogSample.forEachLine(ByteSlice(bytes), atMost: 200) { line in
        lines.all += 1
        guard let envelope = SyslogEnvelope(line, parser: SyslogSample.parser), !envelope.program.isEmpty || !envelope.host.isEmpty else {
          return
        }
        lines.syslog += 1
        let event = AuthEvent(program: envelope.program, message: envelope.message)
        if event.action != nil || envelope.program.hasPrefix("sshd") { lines.authentication += 1 }
      }
    }
    guard lines.syslog > 0, lines.syslog * 2 >= lines.all else { return 0 }
    return lines.authentication > 0 ? 90 : 60
  }

  /// Looks at what kinds of times the lines have.
  ///
  /// - Throws: wrong content (65) if some have no year, and the options tell none.
  public func layout(sample: [UInt8], isWhole: Bool, file: String, options: SourceOptions) throws(DiagnosticList) -> any RecordLayout {
    let times = SyslogSample.times(sample)
    if times.yearless, options.year == nil {
      throw DiagnosticList([
        Diagnostic(
          .error, .content, at: SourceLocation(file: file),
          "the times carry no year; set that of the first record with ‘year:’ in report.yml or ‘--year’")
      ])
    }
    let columns = try RoleRecognizer.columns(named: AuthColumn.allCases.map(\.rawValue), roles: options.roles, file: file)
    let hasMark = sample.starts(with: [0xEF, 0xBB, 0xBF])
    return LinuxAuthLayout(columns: columns, headerLength: hasMark ? 3 : 0, file: file, options: options, times: times)
  }
}
