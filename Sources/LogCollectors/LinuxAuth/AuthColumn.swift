/// The canonical columns that an authentication log fills.
enum AuthColumn: String, CaseIterable, Sendable {
  case timestamp = "@timestamp"
  case host = "host.name"
  case processName = "process.name"
  case processID = "process.pid"
  case category = "event.category"
  case action = "event.action"
  case outcome = "event.outcome"
  case reason = "event.reason"
  case user = "user.name"
  case effectiveUser = "user.effective.name"
  case group = "group.name"
  case sourceAddress = "source.ip"
  case sourceDomain = "source.domain"
  case sourcePort = "source.port"
  case method = "system.auth.ssh.method"
  case command = "process.command_line"
  case message = "message"
  case file = "log.file.path"
  case line = "log.file.line"

  /// Whether the message must be understood to fill it.
  var needsEvent: Bool {
    switch self {
    case .timestamp, .host, .processName, .processID, .message, .file, .line: false
    default: true
    }
  }
}
