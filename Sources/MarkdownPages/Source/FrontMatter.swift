/// The YAML block that may open a Markdown file.
public enum FrontMatter {
  /// A file in two parts.
  public struct Parts: Hashable, Sendable {
    /// The YAML between the fences, `nil` when the file has none.
    public var yaml: String?
    /// Line of the file on which the YAML starts, from 1.
    public var yamlFirstLine: Int
    /// The Markdown.
    public var body: String
    /// Line of the file on which the Markdown starts, from 1.
    public var bodyFirstLine: Int
  }

  /// Splits a file at its front matter: from a `---` that is its very first line (a byte order mark aside) to the next `---` or `...`.
  ///
  /// Line ends may be LF, CRLF or CR and stay as they are. A fence that is never closed is not front matter.
  public static func split(_ text: String) -> Parts {
    let bytes = Array(text.utf8)
    let whole = Parts(yaml: nil, yamlFirstLine: 1, body: text, bodyFirstLine: 1)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let opening = line(of: bytes, from: start), isFence(bytes[opening.content], closing: false) else { return whole }
    var number = 2
    var next = opening.next
    while let current = line(of: bytes, from: next) {
      if isFence(bytes[current.content], closing: true) {
        return Parts(
          yaml: String(decoding: bytes[opening.next..<current.content.lowerBound], as: UTF8.self), yamlFirstLine: 2,
          body: String(decoding: bytes[current.next...], as: UTF8.self), bodyFirstLine: number + 1)
      }
      next = current.next
      number += 1
    }
    return whole
  }

  /// The line that starts at an offset, and where the next one does; `nil` at the end.
  private static func line(of bytes: [UInt8], from start: Int) -> (content: Range<Int>, next: Int)? {
    guard start < bytes.count else { return nil }
    let end = bytes[start...].firstIndex { $0 == .lineFeed || $0 == .carriageReturn } ?? bytes.count
    let isPair = end + 1 < bytes.count && bytes[end] == .carriageReturn && bytes[end + 1] == .lineFeed
    return (start..<end, min(bytes.count, end + (isPair ? 2 : 1)))
  }

  private static func isFence(_ line: ArraySlice<UInt8>, closing: Bool) -> Bool {
    let end = line.lastIndex { !$0.isSpaceOrTab }.map { $0 + 1 } ?? line.startIndex
    let content = line[..<end]
    return content.elementsEqual("---".utf8) || closing && content.elementsEqual("...".utf8)
  }
}
