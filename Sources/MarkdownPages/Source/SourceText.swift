import Diagnostics

/// A page's text as bytes that cmark and we agree on, with the place of every byte in the author's file.
///
/// Line ends are line feeds, a byte order mark is gone and NUL is U+FFFD; none of that moves a line or a column.
struct SourceText: Sendable {
  /// UTF-8, lines ended by line feeds.
  let bytes: [UInt8]

  private let file: String
  private let firstLine: Int
  private let lineStarts: [Int]
  /// How many scalars start before every `markDistance`-th byte, so that the column in a very long line is found quickly.
  private let scalarMarks: [Int]
  private static let markDistance = 64

  /// The text of `file` from its line `firstLine` on.
  init(_ text: String, file: String, firstLine: Int) {
    self.file = file
    self.firstLine = firstLine
    bytes = Self.normalized(text)
    var starts = [0]
    var marks: [Int] = []
    marks.reserveCapacity(bytes.count / Self.markDistance + 1)
    var scalars = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.markDistance == 0 { marks.append(scalars) }
      if byte.startsScalar { scalars += 1 }
      if byte == .lineFeed { starts.append(offset + 1) }
    }
    lineStarts = starts
    scalarMarks = marks
  }

  /// Number of lines; text that ends with a line feed has an empty last one.
  var lineCount: Int { lineStarts.count }

  /// A line's bytes without its line feed, by its number from 1; empty at the end of the text for numbers past it.
  func line(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= lineStarts.count else { return bytes.count..<bytes.count }
    let end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    return lineStarts[number - 1]..<end
  }

  /// The offset of a place that cmark names: line from 1, column in bytes from 1.
  func offset(line number: Int, column: Int) -> Int {
    let range = line(number)
    return min(range.lowerBound + max(column, 1) - 1, range.upperBound)
  }

  /// The place of a byte in the author's file.
  func location(at offset: Int) -> SourceLocation {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let column = scalars(before: offset) - scalars(before: lineStarts[low]) + 1
    return SourceLocation(file: file, line: firstLine + low, column: column)
  }

  private func scalars(before offset: Int) -> Int {
    guard offset > 0, !scalarMarks.isEmpty else { return 0 }
    let mark = min(offset / Self.markDistance, scalarMarks.count - 1)
    let rest = bytes[mark * Self.markDistance..<min(offset, bytes.count)]
    return rest.reduce(scalarMarks[mark]) { $1.startsScalar ? $0 + 1 : $0 }
  }

  private static func normalized(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case .lineFeed where previous == .carriageReturn: break
      case .carriageReturn: result.append(.lineFeed)
      case 0: result += [0xEF, 0xBF, 0xBD]
      default: result.append(byte)
      }
      previous = byte
    }
    return result.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(result.dropFirst(3)) : result
  }
}
