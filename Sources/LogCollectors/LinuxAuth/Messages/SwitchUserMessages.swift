import LogRecords

/// What su says, that of shadow (`Successful su for root by alice`) and that of util-linux (`(to root) alice on pts/0`).
enum SwitchUserMessages {
  /// The event of a message; nil if it is none of those known.
  static func event(_ message: ByteSlice) -> AuthEvent? {
    if let names = message.after("Successful su for ") { return event(names, between: " by ", .success) }
    if let names = message.after("FAILED su for ") { return event(names, between: " by ", .failure) }
    let target = message.after("(to ") ?? message.after("FAILED SU (to ")
    guard let target else { return nil }
    return event(target.to(target.lastIndex(of: " on ") ?? target.end), between: ") ", message.hasPrefix("F") ? .failure : .success)
  }

  /// The user who is become, a word between, and the user who becomes.
  private static func event(_ names: ByteSlice, between word: StaticString, _ outcome: Outcome) -> AuthEvent? {
    guard let middle = names.lastIndex(of: word) else { return nil }
    var event = AuthEvent(.switchedUser, outcome)
    event.effectiveUser = names.to(middle)
    event.user = names.from(middle + word.utf8CodeUnitCount)
    return event
  }
}
