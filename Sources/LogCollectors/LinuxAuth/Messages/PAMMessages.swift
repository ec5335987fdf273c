import LogRecords

/// What Linux-PAM's modules say through any program: `pam_unix(sshd:session): session opened for user …`.
enum PAMMessages {
  /// The event of a message that begins with a module; nil if it does not.
  static func event(_ message: ByteSlice, program: ByteSlice) -> AuthEvent? {
    guard let colon = message.firstIndex(of: "): "), message.to(colon).firstIndex(of: "(") != nil else { return nil }
    let text = message.from(colon + 3)
    switch text.first {
    case UInt8(ascii: "a"):
      if text.hasPrefix("authentication failure;") { return authentication(text, .failure) }
      return text.hasPrefix("authentication success;") ? authentication(text, .success) : nil
    case UInt8(ascii: "s"):
      if let who = text.after("session opened for user ") { return opened(who) }
      return text.after("session closed for user ").map { who in
        var event = AuthEvent(.sessionClosed, .success)
        event.user = withoutNumber(who)
        return event
      }
    case UInt8(ascii: "p"):
      return text.after("password changed for ").map { who in
        var event = AuthEvent(.passwordChanged, .success)
        event.user = who
        return event
      }
    case UInt8(ascii: "u"): return unknownUser(text, program: program)
    default: return nil
    }
  }

  /// `PAM 2 more authentication failures; … rhost=192.0.2.1 user=root`, by sshd: it sums up tries that stand in lines of their own, so it
  /// has no action.
  static func furtherFailures(_ message: ByteSlice) -> AuthEvent? {
    guard message.firstIndex(of: " more authentication failure") != nil else { return nil }
    var event = authentication(message, .failure)
    (event.action, event.outcome) = (nil, nil)
    return event
  }

  /// `…; logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.1  user=root`. The user is told last and may hold anything; `ruser` may too,
  /// but is empty for logins from outside.
  private static func authentication(_ text: ByteSlice, _ outcome: Outcome) -> AuthEvent {
    var event = AuthEvent(.pamAuthentication, outcome)
    guard let host = text.firstIndex(of: " rhost=") else { return event }
    let source = text.from(host + 7).word
    if !source.isEmpty { event.source = source }
    if let user = text.from(source.end).firstIndex(of: " user=") { event.user = text.from(user + 6) }
    return event
  }

  /// `root(uid=0) by ubuntu(uid=1000)`, or without the first number.
  private static func opened(_ text: ByteSlice) -> AuthEvent {
    var event = AuthEvent(.sessionOpened, .success)
    event.user = withoutNumber(text.to(text.lastIndex(of: " by ") ?? text.end))
    return event
  }

  /// A name without `(uid=0)` after it.
  private static func withoutNumber(_ name: ByteSlice) -> ByteSlice {
    guard name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: "(uid=") else { return name }
    return name.to(open)
  }

  /// `user "mallory" does not exist in /etc/passwd`, when a password was to be changed; `user mallory (1001) tally 6, deny 5`.
  private static func unknownUser(_ text: ByteSlice, program: ByteSlice) -> AuthEvent? {
    if let quoted = text.after("user \""), let end = quoted.lastIndex(of: "\" does not exist") {
      var event = program.hasSuffix("passwd") ? AuthEvent(.passwordChanged, .failure) : AuthEvent()
      event.user = quoted.to(end)
      event.reason = quoted.from(end + 2)
      return event
    }
    guard let rest = text.after("user "), let open = rest.lastIndex(of: " (") else { return nil }
    var event = AuthEvent()
    event.user = rest.to(open)
    return event
  }
}
