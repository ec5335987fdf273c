/// Where a message of sshd says that something came from: ` from 192.0.2.1 port 4242`.
///
/// The name before it is whatever a client sent, and may itself hold ` from 198.51.100.9 port 22 ssh2`. sshd marks names of accounts that
/// do not exist with `invalid user`; after those the last place that fits is the true one, as nothing that a client chooses follows.
/// Names of accounts that exist hold no spaces; after those the first place is, as a certificate's text, which a client also chooses,
/// may follow.
struct Origin {
  /// What precedes ` from `.
  var name: ByteSlice
  /// The address or host name.
  var source: ByteSlice
  /// The port; nil where none is told.
  var port: ByteSlice?
  /// What follows.
  var rest: ByteSlice

  /// The first place that tells an origin.
  init?(firstIn text: ByteSlice) {
    var search = text
    while let index = search.firstIndex(of: " from ") {
      if let origin = Origin(text, at: index) {
        self = origin
        return
      }
      search = search.from(index + 1)
    }
    return nil
  }

  /// The last place that tells an origin.
  init?(lastIn text: ByteSlice) {
    var search = text
    while let index = search.lastIndex(of: " from ") {
      if let origin = Origin(text, at: index) {
        self = origin
        return
      }
      search = search.to(index + 5)
    }
    return nil
  }

  /// A name and an origin after it, `for` having been read: `[invalid user ]NAME from …`.
  init?(account text: ByteSlice) {
    if let invalid = text.after("invalid user ") ?? text.after("illegal user ") {
      // An empty name leaves two spaces, the second of which begins ` from `.
      guard let origin = Origin(lastIn: invalid) else { return nil }
      self = origin
    } else {
      guard let origin = Origin(firstIn: text) else { return nil }
      self = origin
    }
  }

  private init?(_ text: ByteSlice, at index: Int) {
    let after = text.from(index + 6)
    let place = Place(after)
    guard !place.source.isEmpty else { return nil }
    name = text.to(index)
    (source, port, rest) = (place.source, place.port, place.rest)
  }

  /// An address or host name and perhaps a port: `192.0.2.1 port 4242`.
  struct Place {
    var source: ByteSlice
    var port: ByteSlice?
    var rest: ByteSlice

    init(_ text: ByteSlice) {
      let word = text.word
      // `Received disconnect from 192.0.2.1: 11:` closes with a colon; `2001:db8::` ends with two of its own.
      let isClosed = word.last == UInt8(ascii: ":") && !word.isAddress
      source = isClosed ? word.to(word.end - 1) : word
      rest = text.from(word.end)
      if let after = rest.after(" port ") {
        var end = after.start
        while after[end] &- 0x30 < 10 { end += 1 }
        let digits = after.to(end)
        if digits.number(digits: 5) != nil {
          port = digits
          rest = after.from(end)
        }
      }
    }
  }
}
