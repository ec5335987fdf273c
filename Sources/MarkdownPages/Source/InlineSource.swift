/// What an author typed in one paragraph, heading or table cell, without the marks of the blocks around it.
///
/// Byte for byte what cmark parses as inline text; each byte still knows where in the page it came from.
struct InlineSource {
  /// UTF-8; lines of a paragraph are separated by a line feed.
  private(set) var bytes: [UInt8] = []
  /// Runs of bytes that stand side by side in the page, too, in order.
  private var runs: [(start: Int, origin: Int)] = []

  /// Nothing yet.
  init() {}

  /// The lines of a paragraph: of each line what follows the marks of `quotes` block quotes and the indentation.
  init(lines: ClosedRange<Int>, from firstOffset: Int, quotes: Int, in source: SourceText) {
    append(firstOffset..<max(firstOffset, source.line(lines.lowerBound).upperBound), of: source)
    for number in lines.dropFirst() {
      let line = source.line(number)
      bytes.append(.lineFeed)
      append(Self.contentStart(of: line, quotes: quotes, in: source)..<line.upperBound, of: source)
    }
  }

  /// Adds bytes of the page.
  mutating func append(_ range: Range<Int>, of source: SourceText) {
    runs.append((bytes.count, range.lowerBound))
    bytes += source.bytes[range]
  }

  /// Adds a part of other inline text.
  mutating func append(_ range: Range<Int>, of other: InlineSource) {
    runs.append((bytes.count, other.origin(of: range.lowerBound)))
    for run in other.runs where run.start > range.lowerBound && run.start < range.upperBound {
      runs.append((bytes.count + run.start - range.lowerBound, run.origin))
    }
    bytes += other.bytes[range]
  }

  /// Where in the page a byte came from.
  func origin(of offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].start <= offset { low = middle } else { high = middle }
    }
    guard low < runs.count else { return 0 }
    return runs[low].origin + offset - runs[low].start
  }

  /// The ranges of the lines, without line feeds.
  var lines: [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte == .lineFeed {
      result.append(start..<offset)
      start = offset + 1
    }
    return result + [start..<bytes.count]
  }

  /// Where the text of a continuation line starts; a lazy one lacks some or all of the `>`.
  private static func contentStart(of line: Range<Int>, quotes: Int, in source: SourceText) -> Int {
    var start = line.lowerBound
    func skipSpaces() { while start < line.upperBound, source.bytes[start].isSpaceOrTab { start += 1 } }
    skipSpaces()
    for _ in 0..<quotes {
      guard start < line.upperBound, source.bytes[start] == .greater else { break }
      start += 1
      skipSpaces()
    }
    return start
  }
}
