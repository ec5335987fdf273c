/// A line by which a syslog daemon says that a message came several times.
enum RepeatedMessage {
  /// `message repeated 3 times: [ Failed password for root from … ssh2]`, as rsyslog writes: the message and how often it came.
  case quoted(ByteSlice, times: Int)
  /// `last message repeated 3 times`, as sysklogd and macOS write: how often the message before it came again.
  case previous(times: Int)

  /// What a message says of repetition; nil if it is an ordinary one.
  init?(_ message: ByteSlice) {
    switch message.first {
    case UInt8(ascii: "m"):
      guard let rest = message.after("message repeated "), let times = rest.word.number(), times > 0,
        let quoted = rest.from(rest.word.end).after(" times: ["), quoted.last == UInt8(ascii: "]")
      else { return nil }
      self = .quoted(quoted.to(quoted.end - 1).trimmed, times: times)
    case UInt8(ascii: "l"), UInt8(ascii: "-"):
      guard let rest = (message.after("--- ") ?? message).after("last message repeated "), let times = rest.word.number(), times > 0,
        rest.from(rest.word.end).hasPrefix(" time")
      else { return nil }
      self = .previous(times: times)
    default: return nil
    }
  }
}
