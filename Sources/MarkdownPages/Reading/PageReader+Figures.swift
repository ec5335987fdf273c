import Diagnostics

extension PageReader {
  /// A fenced or indented code block: a figure if its info string says so, else code.
  mutating func codeBlock(_ node: SyntaxNode, info: String, text: String, lineCount: Int) -> Block {
    let start = source.offset(line: node.line, column: node.column)
    let line = source.bytes[start..<source.line(node.line).upperBound]
    let fence = line.prefix { $0 == line.first && ($0 == .backtick || $0 == .tilde) }
    let isIndented = info.isEmpty && (fence.count < 3 || text.utf8.starts(with: line))
    guard !isIndented else { return .code(text) }
    let isClosed = closes(fence, line: node.line + lineCount + 1)
    let typed = line.dropFirst(fence.count)
    let words = typed.split { $0.isMarkdownSpace }
    guard let kindWord = words.first else { return code(text, isClosed: isClosed, at: start) }
    let kind = String(decoding: kindWord, as: UTF8.self)
    guard figureKinds.contains(kind) else {
      if words.count == 2, !NearestNames.near(kind, among: figureKinds).isEmpty {
        diagnose(at: kindWord.startIndex, "unknown figure kind ‘\(kind)’" + NearestNames.hint(for: kind, among: figureKinds))
      } else if words.count == 2, Self.isFigureID(words[1]), Self.beginsWithKey(text), kind != "yaml", kind != "yml" {
        let known = figureKinds.sorted { Array($0.utf8).lexicographicallyPrecedes($1.utf8) }.joined(separator: ", ")
        diagnose(.warning, at: kindWord.startIndex, "no figure is called ‘\(kind)’, so this is shown as code (kinds: \(known))")
      }
      return code(text, isClosed: isClosed, at: start)
    }
    if !isClosed { diagnose(at: start, "the block of this figure is never closed; all that follows is read as its keys") }
    guard words.count > 1 else {
      diagnose(at: kindWord.startIndex, "the figure has no id: write it after the kind, as in ‘\(kind) logins-by-user’")
      return .code(text)
    }
    let id = String(decoding: words[1], as: UTF8.self)
    if words.count > 2 {
      diagnose(at: words[2].startIndex, "unexpected ‘\(String(decoding: words[2], as: UTF8.self))’ after the figure's kind and id")
    }
    guard Self.isFigureID(words[1]) else {
      diagnose(
        at: words[1].startIndex,
        "‘\(id)’ can't be a figure's id: it starts with a lower-case letter, then lower-case letters, digits and hyphens")
      return .code(text)
    }
    figures.append(
      FigureBlock(
        kind: kind, id: id, body: text, location: source.location(at: kindWord.startIndex),
        idLocation: source.location(at: words[1].startIndex), bodyFirstLine: source.location(at: start).line + 1,
        bodyIndents: indents(of: text, from: node.line + 1)))
    return .figure(figures.count - 1)
  }

  /// `[a-z][a-z0-9-]*`
  static func isFigureID(_ id: ArraySlice<UInt8>) -> Bool {
    id.first?.isLowercaseLetter == true && id.allSatisfy { $0.isLowercaseLetter || $0.isDigit || $0 == .hyphen }
  }

  /// Whether the first line of a block is a key of YAML with a value, or for one.
  private static func beginsWithKey(_ text: String) -> Bool {
    let line = text.utf8.prefix { $0 != .lineFeed }
    let key = line.prefix { $0.isLowercaseLetter || $0 == UInt8(ascii: "_") }
    let rest = line.dropFirst(key.count)
    return !key.isEmpty && rest.first == UInt8(ascii: ":") && (rest.count == 1 || rest.dropFirst().first?.isSpaceOrTab == true)
  }

  private mutating func code(_ text: String, isClosed: Bool, at start: Int) -> Block {
    if !isClosed { diagnose(.warning, at: start, "this code block is never closed; all that follows is code") }
    return .code(text)
  }

  /// Whether a line closes a fence, the marks of quotes and lists before it left aside.
  private func closes(_ fence: ArraySlice<UInt8>, line number: Int) -> Bool {
    let line = source.bytes[source.line(number)].drop { $0.isSpaceOrTab || $0 == .greater }
    return line.prefix { $0 == fence.first }.count >= fence.count
  }

  /// How many columns of the page each line of a block lost to quotes and lists; those are ASCII, so bytes are columns.
  private func indents(of text: String, from first: Int) -> [Int] {
    Array(text.utf8).split(separator: UInt8.lineFeed, omittingEmptySubsequences: false).dropLast().enumerated().map { index, line in
      max(0, source.line(first + index).count - line.count)
    }
  }
}
