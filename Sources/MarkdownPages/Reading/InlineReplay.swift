/// Finds out where in the source each piece of a block's tree was typed.
///
/// cmark's own columns of inline nodes go wrong after a quote mark, an indented line or a title that spans lines. So the source is
/// walked once more, side by side with the tree: the tree says what cmark decided, which leaves only one way to read the source.
struct InlineReplay {
  /// What is walked.
  let source: InlineSource
  /// How many bytes of `source` are accounted for.
  private(set) var cursor: Int
  /// How often the source was not what the tree said; only places suffer.
  private(set) var mismatches = 0

  private var bytes: [UInt8] { source.bytes }
  /// How far ahead a lost piece of text is looked for.
  private static let searchDistance = 4_096
  /// How often lost text is looked for in a block.
  private static let searchLimit = 64

  /// At the start of the text, after the reference definitions that cmark took away.
  init(_ source: InlineSource) {
    self.source = source
    cursor = ReferenceDefinition.end(in: source.bytes)
  }

  /// Where the next byte stands in the page.
  var offset: Int { source.origin(of: cursor) }

  /// The glyphs of a text node. In an autolink, backslashes escape nothing.
  mutating func match(_ literal: String, escapes: Bool = true) -> [Glyph] {
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(literal.utf8.count)
    var entity: Int?
    var rest = literal.unicodeScalars[...]
    while let scalar = rest.first {
      let start = cursor
      if escapes, let escaped = peek(0), escaped == .backslash, let next = peek(1), next.isPunctuation, UInt32(next) == scalar.value {
        cursor += 2
        entity = nil
        glyphs.append(Glyph(scalar: scalar, offset: source.origin(of: start), isTyped: false))
      } else if let length = entityLength(for: scalar) {
        cursor += length
        entity = start
        glyphs.append(Glyph(scalar: scalar, offset: source.origin(of: start), isTyped: false))
      } else if startsHere(scalar) {
        cursor += UTF8.width(scalar)
        entity = nil
        glyphs.append(Glyph(scalar: scalar, offset: source.origin(of: start), isTyped: true))
      } else if let first = entity {
        // A few entities stand for two scalars.
        glyphs.append(Glyph(scalar: scalar, offset: source.origin(of: first), isTyped: false))
        entity = nil
      } else if !search(for: rest) {
        glyphs.append(Glyph(scalar: scalar, offset: source.origin(of: start), isTyped: true))
      } else {
        continue
      }
      rest.removeFirst()
    }
    return glyphs
  }

  /// Passes a line break, soft or hard.
  mutating func passLineBreak() -> Glyph {
    skipSpaces()
    if peek(0) == .backslash { cursor += 1 }
    let glyph = Glyph(scalar: "\n", offset: offset, isTyped: false)
    pass(.lineFeed)
    skipSpaces()
    return glyph
  }

  /// Passes `count` delimiters of emphasis, at its start or its end.
  mutating func passDelimiters(_ count: Int) {
    for _ in 0..<count { if !pass(.asterisk, or: .underscore) { mismatches += 1 } }
  }

  /// Passes a code span with its backticks.
  mutating func passCode() {
    let opening = runLength(of: .backtick, at: cursor)
    guard opening > 0 else { return mismatches += 1 }
    var position = cursor + opening
    while position < bytes.count {
      let run = runLength(of: .backtick, at: position)
      if run == opening { return cursor = position + run }
      position += max(run, 1)
    }
    mismatches += 1
  }

  /// Passes a tag or comment.
  mutating func passHTML(_ literal: String) {
    guard bytes[cursor...].starts(with: literal.utf8) else { return mismatches += 1 }
    cursor += literal.utf8.count
  }

  /// Passes the `[` of a link, `<` of an autolink; says which.
  mutating func enterLink() -> Bool {
    if peek(0) == .less {
      cursor += 1
      return true
    }
    if !pass(.leftBracket) { mismatches += 1 }
    return false
  }

  /// Passes the `![` of an image.
  mutating func enterImage() {
    if !pass(.exclamation) || !pass(.leftBracket) { mismatches += 1 }
  }

  /// Passes what follows a link's or image's text.
  mutating func leaveLink(isAutolink: Bool) -> LinkTail {
    guard peek(0) == (isAutolink ? .greater : .rightBracket) else {
      mismatches += 1
      return LinkTail(end: cursor)
    }
    let tail = isAutolink ? LinkTail(end: cursor + 1) : LinkTail.scan(bytes, at: cursor)
    cursor = tail.end
    return tail
  }

  /// The glyphs of a link's title, which cmark has already cleaned of escapes and entities.
  func title(_ literal: String, in range: Range<Int>) -> [Glyph] {
    var replay = self
    replay.cursor = range.lowerBound
    return replay.match(literal)
  }

  private func peek(_ distance: Int) -> UInt8? { cursor + distance < bytes.count ? bytes[cursor + distance] : nil }

  @discardableResult private mutating func pass(_ byte: UInt8, or other: UInt8? = nil) -> Bool {
    guard let next = peek(0), next == byte || next == other else { return false }
    cursor += 1
    return true
  }

  private mutating func skipSpaces() {
    while let byte = peek(0), byte.isSpaceOrTab { cursor += 1 }
  }

  private func runLength(of byte: UInt8, at start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == byte { end += 1 }
    return end - start
  }

  private func startsHere(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return peek(0) == UInt8(scalar.value) }
    return bytes[cursor...].starts(with: String(scalar).utf8)
  }

  /// The length of the entity at the cursor if it stands for this scalar.
  private func entityLength(for scalar: Unicode.Scalar) -> Int? {
    guard peek(0) == .ampersand else { return nil }
    var length = 1
    while let byte = peek(length), byte.isLetter || byte.isDigit || length == 1 && byte == .numberSign, length < 34 { length += 1 }
    guard length > 2, peek(length) == .semicolon else { return nil }
    let name = String(decoding: bytes[cursor + 1..<cursor + length], as: UTF8.self).lowercased()
    // Every other entity stands for something other than `&`, so there the `&` was meant as it is.
    if scalar == "&" {
      let isNumber = name.utf8.first == .numberSign
      let code = isNumber ? (UInt32(name.dropFirst()) ?? UInt32(name.dropFirst(2), radix: 16)) : nil
      guard name == "amp" || code == 38 else { return nil }
    }
    return length + 1
  }

  /// Moves on to where the text goes on, if that is near.
  private mutating func search(for rest: String.UnicodeScalarView.SubSequence) -> Bool {
    mismatches += 1
    guard mismatches < Self.searchLimit else { return false }
    let wanted = Array(String(String.UnicodeScalarView(rest.prefix(12))).utf8)
    let limit = min(bytes.count, cursor + Self.searchDistance)
    guard let found = (cursor..<limit).dropFirst().first(where: { bytes[$0...].starts(with: wanted) }) else { return false }
    cursor = found
    return true
  }
}
