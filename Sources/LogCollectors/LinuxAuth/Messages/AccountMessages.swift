/// What the tools of the shadow suite say of users and groups (`useradd.c`, `usermod.c`, `userdel.c`, `groupadd.c`, `gpasswd.c` …).
enum AccountMessages {
  /// The programs that speak so.
  static let programs: [StaticString] = [
    "useradd", "usermod", "userdel", "groupadd", "groupmod", "groupdel", "gpasswd", "passwd", "adduser", "addgroup", "chage",
  ]

  /// The event of a message; nil if it is none of those known, or repeats for a second file (`to shadow group`) what is told for the first.
  static func event(_ message: ByteSlice) -> AuthEvent? {
    if let name = message.after("new user: name=") { return event(.userAdded, user: upToComma(name)) }
    if let name = message.after("new group: name=") { return event(.groupAdded, group: upToComma(name)) }
    if let rest = message.after("failed adding user '"), let end = rest.lastIndex(of: "'") {
      var event = event(.userAdded, user: rest.to(end))
      event.outcome = .failure
      return event
    }
    if let rest = message.after("add '"), let middle = rest.firstIndex(of: "' to group '") {
      return event(.groupMemberAdded, user: rest.to(middle), group: upToQuote(rest.from(middle + 12)))
    }
    if let rest = message.after("delete '"), let middle = rest.firstIndex(of: "' from group '") {
      return event(.groupMemberRemoved, user: rest.to(middle), group: upToQuote(rest.from(middle + 14)))
    }
    if let rest = message.after("delete user '") { return event(.userDeleted, user: upToQuote(rest)) }
    if let rest = message.after("removed group '") { return event(.groupDeleted, group: upToQuote(rest)) }
    if let rest = message.after("group '"), let end = rest.firstIndex(of: "' removed") {
      return rest.from(end).equals("' removed") ? event(.groupDeleted, group: rest.to(end)) : nil
    }
    return changed(message)
  }

  /// Changes to what exists.
  private static func changed(_ message: ByteSlice) -> AuthEvent? {
    if let rest = message.after("change user '"), let end = rest.firstIndex(of: "' ") {
      return event(rest.from(end).hasPrefix("' password") ? .passwordChanged : .userChanged, user: rest.to(end))
    }
    if let rest = message.after("lock user '") ?? message.after("unlock user '") { return event(.userChanged, user: upToQuote(rest)) }
    if let name = message.after("changed password expiry for ") { return event(.userChanged, user: name) }
    if let name = message.after("password for '"), let end = name.firstIndex(of: "' changed") {
      return event(.passwordChanged, user: name.to(end))
    }
    if let rest = message.after("user "), let middle = rest.firstIndex(of: " added by "), let group = rest.lastIndex(of: " to group ") {
      return event(.groupMemberAdded, user: rest.to(middle), group: rest.from(group + 10))
    }
    if let rest = message.after("user "), let middle = rest.firstIndex(of: " removed by "), let group = rest.lastIndex(of: " from group ") {
      return event(.groupMemberRemoved, user: rest.to(middle), group: rest.from(group + 12))
    }
    return nil
  }

  private static func event(_ action: AuthAction, user: ByteSlice? = nil, group: ByteSlice? = nil) -> AuthEvent {
    var event = AuthEvent(action, .success)
    event.user = user
    event.group = group
    return event
  }

  private static func upToComma(_ text: ByteSlice) -> ByteSlice { text.to(text.firstIndex(of: UInt8(ascii: ",")) ?? text.end) }

  private static func upToQuote(_ text: ByteSlice) -> ByteSlice { text.to(text.firstIndex(of: UInt8(ascii: "'")) ?? text.end) }
}
