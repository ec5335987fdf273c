/// The columns that `collect` writes, whatever the format: names of the Elastic Common Schema (ECS), in the order they are written.
///
/// A format has those that its lines can fill. Beside ECS stand `system.auth.ssh.method`, Elastic's own name for how a login was tried, and
/// `log.file.line`, after ECS's `log.file.path`. The original line is not repeated: `log.file.path` and `log.file.line` lead to it.
public enum CanonicalColumns {
  /// All names, in order.
  public static let all = [
    "@timestamp", "host.name", "process.name", "process.pid", "event.category", "event.action", "event.outcome", "event.reason",
    "user.name", "user.effective.name", "group.name", "source.ip", "source.domain", "source.port", "system.auth.ssh.method",
    "process.command_line", "message", "log.file.path", "log.file.line",
  ]
}
