/// `[label]: destination "title"`: cmark takes such lines out of a paragraph's start, so they are missing in its tree.
enum ReferenceDefinition {
  /// The end of the definitions, line feeds included, at the start of a paragraph's text.
  static func end(in bytes: [UInt8]) -> Int {
    var end = 0
    while let next = one(in: bytes, from: end) { end = next }
    return end
  }

  /// Places in a page that look like definitions, code or not: the marks of quotes and lists may stand before and inside them.
  static func candidates(in source: SourceText) -> [(line: Int, range: Range<Int>, target: Range<Int>)] {
    let bytes = source.bytes
    return (1...source.lineCount).compactMap { number in
      let line = source.line(number)
      guard let start = bytes[line].firstIndex(where: { !isMark($0) }), bytes[start] == .leftBracket,
        let label = LinkTail.label(bytes, from: start), label < bytes.count, bytes[label] == .colon
      else { return nil }
      let target = bytes[(label + 1)...].firstIndex { !$0.isMarkdownSpace && $0 != .greater && $0 != .less } ?? bytes.count
      let end = bytes[target...].firstIndex(of: .lineFeed) ?? bytes.count
      return (number, start..<end, target..<end)
    }
  }

  /// What may stand on a line before a block in quotes and lists.
  private static func isMark(_ byte: UInt8) -> Bool { byte.isSpaceOrTab || byte.isDigit || ">-*+.)".utf8.contains(byte) }

  private static func one(in bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count, bytes[start] == .leftBracket, let label = LinkTail.label(bytes, from: start) else { return nil }
    guard bytes[start + 1..<label - 1].contains(where: { !$0.isMarkdownSpace }) else { return nil }
    guard label < bytes.count, bytes[label] == .colon else { return nil }
    let first = skipLine(bytes, from: label + 1)
    guard let target = LinkTail.destination(bytes, from: first), target.end > first else { return nil }
    let second = skipLine(bytes, from: target.end)
    if second > target.end, let title = LinkTail.title(bytes, from: second), let end = lineEnd(bytes, from: title.end) { return end }
    return lineEnd(bytes, from: target.end)
  }

  /// Skips spaces with at most one line feed among them.
  private static func skipLine(_ bytes: [UInt8], from start: Int) -> Int {
    var position = start
    var lineFeeds = 0
    while position < bytes.count, bytes[position].isSpaceOrTab || bytes[position] == .lineFeed && lineFeeds == 0 {
      if bytes[position] == .lineFeed { lineFeeds += 1 }
      position += 1
    }
    return position
  }

  /// The start of the next line if nothing but spaces is left on this one.
  private static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int? {
    var position = start
    while position < bytes.count, bytes[position].isSpaceOrTab { position += 1 }
    if position == bytes.count { return position }
    return bytes[position] == .lineFeed ? position + 1 : nil
  }
}
