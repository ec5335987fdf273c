import LogRecords

/// What stands before the message of a syslog line: time, host, program. Parts that a line lacks are empty.
struct SyslogEnvelope {
  /// The time.
  var stamp: SyslogStamp
  /// The machine that logged it.
  var host: ByteSlice
  /// The program, without its process id.
  var program: ByteSlice
  /// The process id.
  var process: ByteSlice
  /// The message.
  var message: ByteSlice

  /// The envelope of a line: of RFC 3164 or 5424, or as rsyslog writes files with RFC 3339 times; with or without a priority, a host,
  /// a program. Nil if the line does not begin with a time.
  init?(_ line: ByteSlice, parser: TimestampParser) {
    let body = Self.withoutPriority(line)
    if body.hasPrefix("1 "), body.start > line.start {
      self.init(structured: body.from(body.start + 2), parser: parser)
    } else {
      self.init(traditional: body, parser: parser)
    }
  }

  /// `Mar 27 13:06:56 host sshd[42]: message` and its variants.
  private init?(traditional line: ByteSlice, parser: TimestampParser) {
    guard let stamp = SyslogStamp(line, parser: parser) else { return nil }
    self.stamp = stamp
    let none = line.to(line.start)
    (host, program, process) = (none, none, none)
    let separator = line[stamp.end]
    guard separator == UInt8(ascii: " ") || separator == UInt8(ascii: ":") else { return nil }
    let rest = line.from(stamp.end + 1).trimmed
    guard separator == UInt8(ascii: " ") else {
      message = rest
      return
    }
    let first = rest.word
    if let tag = Tag(first) {
      (program, process) = (tag.program, tag.process)
      message = Self.message(rest.from(first.end))
      return
    }
    if first.equals("---") {
      message = rest
      return
    }
    host = Self.isLevel(first) ? none : first
    let afterHost = rest.from(first.end).trimmed
    let second = afterHost.word
    if let tag = Tag(second) {
      (program, process) = (tag.program, tag.process)
      message = Self.message(afterHost.from(second.end))
    } else {
      message = afterHost
    }
  }

  /// `2017-03-27T13:06:56Z host sshd 42 - [meta id="1"] message` (RFC 5424, 6), after the version; `-` stands for nothing.
  private init?(structured line: ByteSlice, parser: TimestampParser) {
    guard let stamp = SyslogStamp(line, parser: parser), line[stamp.end] == UInt8(ascii: " ") else { return nil }
    self.stamp = stamp
    var rest = line.from(stamp.end + 1)
    func next() -> ByteSlice {
      let word = rest.word
      rest = rest.from(word.end + 1)
      return word.equals("-") ? word.to(word.start) : word
    }
    host = next()
    program = next()
    process = next()
    _ = next()
    rest = rest.first == UInt8(ascii: "[") ? Self.withoutStructuredData(rest) : rest.from(rest.word.end + 1)
    message = (rest.after("\u{FEFF}") ?? rest).trimmed
  }

  /// What follows `<38>`.
  private static func withoutPriority(_ line: ByteSlice) -> ByteSlice {
    guard line.first == UInt8(ascii: "<"), let end = line.to(line.start + 5).firstIndex(of: UInt8(ascii: ">")),
      line.part(from: line.start + 1, to: end).number() != nil
    else { return line }
    return line.from(end + 1)
  }

  /// What follows the last `]` of elements such as `[meta id="a ] \" b"]`.
  private static func withoutStructuredData(_ text: ByteSlice) -> ByteSlice {
    var isQuoted = false
    var index = text.start
    while index < text.end {
      switch text[index] {
      case UInt8(ascii: "\\") where isQuoted: index += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "]") where !isQuoted && text[index + 1] != UInt8(ascii: "["): return text.from(index + 1)
      default: break
      }
      index += 1
    }
    return text
  }

  /// The message after a tag: macOS puts a level between, `sshd[42] <Info>: message`.
  private static func message(_ rest: ByteSlice) -> ByteSlice {
    let text = rest.trimmed
    guard text.first == UInt8(ascii: "<"), let end = text.word.firstIndex(of: ">:" as StaticString) else { return text }
    return text.from(end + 2).trimmed
  }

  /// Whether a word is a severity, which some systems write in the place of the host.
  private static func isLevel(_ word: ByteSlice) -> Bool {
    switch word.first {
    case UInt8(ascii: "D"): word.equals("DEBUG")
    case UInt8(ascii: "I"): word.equals("INFO")
    case UInt8(ascii: "N"): word.equals("NOTICE")
    case UInt8(ascii: "W"): word.equals("WARNING")
    case UInt8(ascii: "E"): word.equals("ERR") || word.equals("EMERG")
    case UInt8(ascii: "C"): word.equals("CRIT")
    case UInt8(ascii: "A"): word.equals("ALERT")
    default: false
    }
  }

  /// `sshd[42]:`, `sudo:` or `sshd[42]` before a level.
  private struct Tag {
    var program: ByteSlice
    var process: ByteSlice

    @inline(__always)
    init?(_ word: ByteSlice) {
      let isClosed = word.last == UInt8(ascii: ":")
      let body = isClosed ? word.to(word.end - 1) : word
      program = body
      process = body.to(body.start)
      if body.last == UInt8(ascii: "]"), let open = body.firstIndex(of: UInt8(ascii: "[")),
        body.part(from: open + 1, to: body.end - 1).number() != nil
      {
        program = body.to(open)
        process = body.part(from: open + 1, to: body.end - 1)
      } else if !isClosed {
        return nil
      }
      if program.isEmpty { return nil }
    }
  }
}
