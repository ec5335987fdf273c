/// What cron says: `(root) CMD (run-parts /etc/cron.hourly)`.
enum CronMessages {
  /// The event of a message; nil if it is none of those known.
  static func event(_ message: ByteSlice) -> AuthEvent? {
    guard message.first == UInt8(ascii: "("), let middle = message.firstIndex(of: ") CMD ("), message.last == UInt8(ascii: ")") else {
      return nil
    }
    var event = AuthEvent(.cronCommand)
    event.user = message.part(from: message.start + 1, to: middle)
    event.command = message.part(from: middle + 7, to: message.end - 1).trimmed
    return event
  }
}
