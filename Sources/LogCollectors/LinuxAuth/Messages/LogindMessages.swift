/// What systemd-logind says of sessions: `New session 7 of user alice.`, `Removed session 7.`
enum LogindMessages {
  /// The event of a message; nil if it is none of those known.
  static func event(_ message: ByteSlice) -> AuthEvent? {
    if let rest = message.after("New session "), let user = rest.firstIndex(of: " of user ") {
      var event = AuthEvent(.loginSessionStarted, .success)
      // Newer versions add ` with class 'user' and type 'tty'.`
      let name = rest.from(user + 9)
      event.user = name.to(name.firstIndex(of: " with class ") ?? (name.last == UInt8(ascii: ".") ? name.end - 1 : name.end))
      if let quoted = event.user?.after("'"), quoted.last == UInt8(ascii: "'") { event.user = quoted.to(quoted.end - 1) }
      return event
    }
    return message.hasPrefix("Removed session ") ? AuthEvent(.loginSessionEnded, .success) : nil
  }
}
