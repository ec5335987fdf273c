/// What sudo says: `ubuntu : TTY=pts/0 ; PWD=/tmp ; USER=root ; COMMAND=/bin/ls` (sudo's `eventlog.c`).
enum SudoMessages {
  /// The event of a message; nil if it is none of those known.
  static func event(_ message: ByteSlice) -> AuthEvent? {
    guard let colon = message.firstIndex(of: " : ") else { return nil }
    let rest = message.from(colon + 3)
    let isRun = rest.hasPrefix("TTY=") || rest.hasPrefix("HOST=") || rest.hasPrefix("PWD=")
    // A long command goes on in lines of its own, which are no commands.
    if rest.hasPrefix("(command continued) ") { return nil }
    // A message without command or reason is no event of a command: ` : unable to resolve host`.
    guard let place = isRun ? rest : rest.firstIndex(of: " ; ").map({ rest.from($0 + 3) }) else { return nil }
    var event = AuthEvent(.sudoCommand, isRun ? .success : .failure)
    event.user = message.to(colon)
    if !isRun { event.reason = rest.to(place.start - 3) }
    let command = place.firstIndex(of: " ; COMMAND=")
    let settings = place.to(command ?? place.end)
    if let command { event.command = place.from(command + 11) }
    if let user = settings.lastIndex(of: " ; USER=") {
      let name = settings.from(user + 8)
      event.effectiveUser = name.to(name.firstIndex(of: " ; ") ?? name.end)
    }
    return event
  }
}
