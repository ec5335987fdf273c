/// What follows a link's text in the source: `](destination "title")`, `][label]` or a bare `]`, by the grammar of CommonMark 0.30.
struct LinkTail {
  /// Offset after the whole tail.
  var end: Int
  /// Whether destination and title stand right here.
  var isInline = false
  /// The destination as typed.
  var destination = 0..<0
  /// The title as typed, without its quotes.
  var title: Range<Int>?
  /// What encloses the title: `"`, `'` or `(`.
  var titleQuote: UInt8?

  /// Reads the tail that starts at the `]` at an offset.
  static func scan(_ bytes: [UInt8], at start: Int) -> LinkTail {
    let next = start + 1
    guard next < bytes.count else { return LinkTail(end: min(next, bytes.count)) }
    if bytes[next] == .leftParenthesis, let tail = inline(bytes, from: next + 1) { return tail }
    if bytes[next] == .leftBracket, let end = label(bytes, from: next) { return LinkTail(end: end) }
    return LinkTail(end: next)
  }

  /// `destination "title")`, what comes after the `(`.
  private static func inline(_ bytes: [UInt8], from start: Int) -> LinkTail? {
    var tail = LinkTail(end: start, isInline: true)
    guard let target = destination(bytes, from: skipSpaces(bytes, from: start)) else { return nil }
    tail.destination = target.content
    var position = skipSpaces(bytes, from: target.end)
    if position > target.end, let found = title(bytes, from: position) {
      tail.title = found.content
      tail.titleQuote = bytes[position]
      position = skipSpaces(bytes, from: found.end)
    }
    guard position < bytes.count, bytes[position] == .rightParenthesis else { return nil }
    tail.end = position + 1
    return tail
  }

  /// A destination, in `<…>` or bare with balanced parentheses.
  static func destination(_ bytes: [UInt8], from start: Int) -> (content: Range<Int>, end: Int)? {
    guard start < bytes.count else { return nil }
    var position = start
    if bytes[start] == .less {
      position += 1
      while position < bytes.count, bytes[position] != .greater {
        if bytes[position] == .lineFeed || bytes[position] == .less { return nil }
        position += isEscape(bytes, at: position) ? 2 : 1
      }
      return position < bytes.count ? (start + 1..<position, position + 1) : nil
    }
    var depth = 0
    while position < bytes.count, !bytes[position].isMarkdownSpace, bytes[position] > 0x1F {
      if bytes[position] == .leftParenthesis { depth += 1 }
      if bytes[position] == .rightParenthesis {
        if depth == 0 { break }
        depth -= 1
      }
      if depth > 32 { return nil }
      position += isEscape(bytes, at: position) ? 2 : 1
    }
    return position < bytes.count && depth == 0 || position == bytes.count ? (start..<position, position) : nil
  }

  /// A title with its quotes.
  static func title(_ bytes: [UInt8], from start: Int) -> (content: Range<Int>, end: Int)? {
    guard start < bytes.count else { return nil }
    let opening = bytes[start]
    guard opening == .quote || opening == .apostrophe || opening == .leftParenthesis else { return nil }
    let closing: UInt8 = opening == .leftParenthesis ? .rightParenthesis : opening
    var position = start + 1
    while position < bytes.count, bytes[position] != closing {
      if opening == .leftParenthesis, bytes[position] == .leftParenthesis { return nil }
      position += isEscape(bytes, at: position) ? 2 : 1
    }
    return position < bytes.count ? (start + 1..<position, position + 1) : nil
  }

  /// The end of a `[label]` that starts at an offset.
  static func label(_ bytes: [UInt8], from start: Int) -> Int? {
    var position = start + 1
    while position < bytes.count, position - start <= 1_001 {
      if bytes[position] == .rightBracket { return position + 1 }
      if bytes[position] == .leftBracket { return nil }
      position += isEscape(bytes, at: position) ? 2 : 1
    }
    return nil
  }

  static func skipSpaces(_ bytes: [UInt8], from start: Int) -> Int {
    var position = start
    while position < bytes.count, bytes[position].isMarkdownSpace { position += 1 }
    return position
  }

  private static func isEscape(_ bytes: [UInt8], at position: Int) -> Bool {
    bytes[position] == .backslash && position + 1 < bytes.count && bytes[position + 1].isPunctuation
  }
}
