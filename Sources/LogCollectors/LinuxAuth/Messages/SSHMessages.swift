import LogRecords

/// What OpenSSH's server says (its `auth.c`, `auth2.c`, `monitor.c`, `packet.c` and `sshd.c`, versions 5 to 10).
enum SSHMessages {
  /// The event of a message; nil if it is none of those known.
  static func event(_ message: ByteSlice) -> AuthEvent? {
    switch message.first {
    case UInt8(ascii: "A"): message.after("Accepted ").flatMap { login($0, isSuccess: true) }
    case UInt8(ascii: "F"): message.after("Failed ").flatMap { login($0, isSuccess: false) }
    case UInt8(ascii: "I"): message.after("Invalid user ").flatMap(invalidUser)
    case UInt8(ascii: "U"): message.after("User ").flatMap(notAllowed) ?? message.after("Unable to negotiate with ").map(negotiation)
    case UInt8(ascii: "C"), UInt8(ascii: "D"), UInt8(ascii: "R"): connection(message)
    case UInt8(ascii: "B"), UInt8(ascii: "M"), UInt8(ascii: "b"): foreignProtocol(message)
    case UInt8(ascii: "T"): message.after("Timeout before authentication for ").map(timeout)
    case UInt8(ascii: "P"): message.hasPrefix("PAM ") ? PAMMessages.furtherFailures(message) : nil
    case UInt8(ascii: "e"): message.after("error: ").flatMap(error)
    case UInt8(ascii: "m"): tooManyFailures(message)
    case UInt8(ascii: "f"): message.after("fatal: ").flatMap(event)
    case UInt8(ascii: "r"): message.after("refused connect from ").map(refused)
    case UInt8(ascii: "d"): message.hasPrefix("drop connection ") ? dropped(message) : nil
    case UInt8(ascii: "s"): message.after("ssh_dispatch_run_fatal: ").flatMap(dispatch)
    default: nil
    }
  }

  /// `password for root from 192.0.2.1 port 4242 ssh2`, after `Accepted` or `Failed`.
  private static func login(_ text: ByteSlice, isSuccess: Bool) -> AuthEvent? {
    let method = text.word
    guard let account = text.from(method.end).after(" for "), let origin = Origin(account: account) else { return nil }
    var event = AuthEvent(.sshLogin, isSuccess ? .success : .failure)
    event.method = method
    fill(&event, account: account, origin: origin)
    return event
  }

  /// `admin from 192.0.2.1 port 4242`, after `Invalid user`; older servers tell no port.
  private static func invalidUser(_ text: ByteSlice) -> AuthEvent? {
    guard let origin = Origin(lastIn: text) else { return nil }
    var event = AuthEvent(.sshInvalidUser, .failure)
    fill(&event, account: text, origin: origin)
    return event
  }

  /// `root from 192.0.2.1 not allowed because …`, after `User`.
  private static func notAllowed(_ text: ByteSlice) -> AuthEvent? {
    guard let index = text.lastIndex(of: " not allowed because ") else { return nil }
    let who = text.to(index)
    var event = AuthEvent(.sshInvalidUser, .failure)
    event.user = who
    if let origin = Origin(lastIn: who) { fill(&event, account: who, origin: origin) }
    event.reason = text.from(index + 21)
    return event
  }

  /// `[invalid user ]NAME from …`: the name, why it is refused, and where it came from.
  private static func fill(_ event: inout AuthEvent, account: ByteSlice, origin: Origin) {
    if account.hasPrefix("invalid user ") || account.hasPrefix("illegal user ") { event.reason = account.to(account.start + 12) }
    event.user = origin.name
    event.source = origin.source
    event.sourcePort = origin.port
  }

  /// The beginning and the end of connections.
  private static func connection(_ message: ByteSlice) -> AuthEvent? {
    if let place = message.after("Connection from ") { return event(.sshConnectionOpened, nil, at: place) }
    if let place = message.after("Received disconnect from ") { return event(.sshConnectionClosed, nil, at: place) }
    if let place = message.after("Did not receive identification string from ") { return event(.sshNegotiationFailed, .failure, at: place) }
    if let who = message.after("Connection closed by ") ?? message.after("Connection reset by ") ?? message.after("Disconnected from ")
      ?? message.after("Disconnecting ")
    {
      return closed(who)
    }
    if let reason = message.after("Disconnecting: ") {
      var event = AuthEvent(.sshConnectionClosed)
      event.reason = reason.lastIndex(of: " [preauth]").map { reason.to($0) } ?? reason
      return event
    }
    if let who = message.after("Close session: user "), let origin = Origin(firstIn: who) {
      var event = AuthEvent(.sshConnectionClosed)
      (event.user, event.source, event.sourcePort) = (origin.name, origin.source, origin.port)
      return event
    }
    return nil
  }

  /// `[[authenticating |invalid ]user NAME ]192.0.2.1 port 4242 [preauth]`; the name may hold anything, so the end is read.
  private static func closed(_ text: ByteSlice) -> AuthEvent {
    guard let who = text.after("authenticating user ") ?? text.after("invalid user ") ?? text.after("user "),
      let port = who.lastIndex(of: " port ")
    else { return event(.sshConnectionClosed, nil, at: text) }
    let named = who.to(port)
    let space = named.lastIndex(of: " ") ?? named.start
    var event = event(.sshConnectionClosed, nil, at: who.from(named.isEmpty ? space : space + 1))
    event.user = who.to(space)
    if text.hasPrefix("invalid user ") { event.reason = text.to(text.start + 12) }
    return event
  }

  /// `192.0.2.1 port 4242: no matching host key type found. …`, after `Unable to negotiate with`.
  private static func negotiation(_ text: ByteSlice) -> AuthEvent {
    var event = event(.sshNegotiationFailed, .failure, at: text)
    if let colon = text.firstIndex(of: ": ") { event.reason = sentence(text.from(colon + 2)) }
    return event
  }

  /// Clients that do not speak SSH, or a variant of it.
  private static func foreignProtocol(_ message: ByteSlice) -> AuthEvent? {
    if message.hasPrefix("Bad protocol version identification ") || message.hasPrefix("Magic value check failed") {
      return Origin(lastIn: message).map { origin in
        var event = AuthEvent(.sshNegotiationFailed, .failure)
        (event.source, event.sourcePort) = (origin.source, origin.port)
        return event
      }
    }
    return message.after("banner exchange: Connection from ").map(negotiation)
  }

  private static func error(_ text: ByteSlice) -> AuthEvent? {
    if let event = tooManyFailures(text) { return event }
    if let who = text.after("PAM: Authentication failure for ")
      ?? text.after("PAM: User not known to the underlying authentication module for "),
      let origin = Origin(account: who)
    {
      var event = AuthEvent(.pamAuthentication, .failure)
      fill(&event, account: who, origin: origin)
      return event
    }
    if let place = text.after("Received disconnect from ") { return event(.sshConnectionClosed, nil, at: place) }
    return text.after("beginning MaxStartups throttling") == nil ? nil : AuthEvent(.sshConnectionRefused, .failure)
  }

  /// `maximum authentication attempts exceeded for root from 192.0.2.1 port 4242 ssh2 [preauth]`.
  private static func tooManyFailures(_ text: ByteSlice) -> AuthEvent? {
    guard let account = text.after("maximum authentication attempts exceeded for "), let origin = Origin(account: account) else {
      return nil
    }
    var event = AuthEvent(.sshTooManyFailures, .failure)
    fill(&event, account: account, origin: origin)
    return event
  }

  /// `192.0.2.1 port 4242`, or since OpenSSH 9.8 `connection from 192.0.2.1 to 192.0.2.2, pid = 42`.
  private static func timeout(_ text: ByteSlice) -> AuthEvent {
    event(.sshTimeout, .failure, at: text.after("connection from ") ?? text)
  }

  /// `example.org (192.0.2.1)`, by libwrap.
  private static func refused(_ text: ByteSlice) -> AuthEvent {
    var event = AuthEvent(.sshConnectionRefused, .failure)
    if text.last == UInt8(ascii: ")"), let open = text.lastIndex(of: " (") {
      event.source = text.part(from: open + 2, to: text.end - 1)
    } else {
      event.source = text.word
    }
    return event
  }

  /// `drop connection #10 from [192.0.2.1]:4242 on [192.0.2.2]:22 past MaxStartups`.
  private static func dropped(_ message: ByteSlice) -> AuthEvent {
    var event = AuthEvent(.sshConnectionRefused, .failure)
    if let open = message.firstIndex(of: " from [") {
      let rest = message.from(open + 7)
      if let close = rest.firstIndex(of: "]:") {
        event.source = rest.to(close)
        event.sourcePort = rest.from(close + 2).word
      }
    }
    return event
  }

  /// `Connection from [user NAME ]192.0.2.1 port 4242: message authentication code incorrect [preauth]`.
  private static func dispatch(_ text: ByteSlice) -> AuthEvent? {
    guard let place = text.after("Connection from ") else { return nil }
    var event = closed(place)
    (event.action, event.outcome) = (.sshNegotiationFailed, .failure)
    if let colon = text.lastIndex(of: ": ") { event.reason = sentence(text.from(colon + 2)) }
    return event
  }

  /// An event whose text begins with an address; sshd writes no names there.
  private static func event(_ action: AuthAction, _ outcome: Outcome?, at text: ByteSlice) -> AuthEvent {
    let place = Origin.Place(text)
    var event = AuthEvent(action, outcome)
    if place.source.isAddress { (event.source, event.sourcePort) = (place.source, place.port) }
    return event
  }

  /// A text up to its first full stop or its ` [preauth]`.
  private static func sentence(_ text: ByteSlice) -> ByteSlice {
    text.to(text.firstIndex(of: ". ") ?? text.lastIndex(of: " [preauth]") ?? text.end)
  }
}
