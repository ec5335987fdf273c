import LogRecords

/// What a message says, as parts of its line; parts that it lacks are nil.
struct AuthEvent {
  /// What was done; nil for a message that is none of those known.
  var action: AuthAction?
  /// Whether it succeeded, where the message tells.
  var outcome: Outcome?
  /// Why it failed, in the words of the log.
  var reason: ByteSlice?
  /// The account concerned.
  var user: ByteSlice?
  /// The account that a user became.
  var effectiveUser: ByteSlice?
  /// The group concerned.
  var group: ByteSlice?
  /// The address or the name from which it came.
  var source: ByteSlice?
  /// The port from which it came.
  var sourcePort: ByteSlice?
  /// How a login was tried: `password`, `publickey` …
  var method: ByteSlice?
  /// The command run.
  var command: ByteSlice?

  /// An event that tells nothing.
  init() {}

  /// An event with an action.
  init(_ action: AuthAction, _ outcome: Outcome? = nil) {
    self.action = action
    self.outcome = outcome
  }

  /// What a program's message says.
  init(program: ByteSlice, message: ByteSlice) {
    if message.hasPrefix("pam_"), let event = PAMMessages.event(message, program: program) {
      self = event
      return
    }
    // Some systems write the full path of the program.
    let name = program.lastIndex(of: "/").map { program.from($0 + 1) } ?? program
    let event: AuthEvent? =
      switch name.first {
      case UInt8(ascii: "s"):
        name.equals("sshd") || name.hasPrefix("sshd-")
          ? SSHMessages.event(message)
          : name.equals("sudo")
            ? SudoMessages.event(message)
            : name.equals("su") ? SwitchUserMessages.event(message) : name.equals("systemd-logind") ? LogindMessages.event(message) : nil
      case UInt8(ascii: "C"), UInt8(ascii: "c"):
        name.equals("CRON") || name.equals("cron") || name.equals("crond") || name.equals("CROND")
          ? CronMessages.event(message) : name.equals("chage") ? AccountMessages.event(message) : nil
      case UInt8(ascii: "u"), UInt8(ascii: "g"), UInt8(ascii: "p"):
        AccountMessages.programs.contains { name.equals($0) } ? AccountMessages.event(message) : nil
      default: nil
      }
    self = event ?? AuthEvent()
  }
}
