import Diagnostics

extension PageReader {
  /// Whether a link's address says that it is meant as a claim, however it is spelled.
  static func isClaimAddress(_ url: String) -> Bool { url.utf8.prefix(6).map(\.lowercased).elementsEqual("claim:".utf8) }

  /// A claim, or what is left of it when it is not one.
  mutating func claim(
    url: String, title: String, children: [Inline], tail: LinkTail, isAutolink: Bool, at start: Int
  ) -> [Inline] {
    // Where the source was not what the tree says, the tree alone must do.
    let isTraced = passage.replay.mismatches == 0
    let expression = tail.title.map { Self.trimmed(passage.replay.title(title, in: $0)) } ?? []
    let problem: String? =
      if isAutolink {
        "it has no sentence"
      } else if url.utf8.count > 6 {
        "put a space after ‘claim:’ and the expression in quotes"
      } else if !url.utf8.elementsEqual("claim:".utf8) {
        "write ‘claim:’ in lower case"
      } else if isTraced && !tail.isInline {
        "a claim can't be a reference, it stands where its sentence stands"
      } else if tail.titleQuote == .leftParenthesis {
        "put the expression in quotes, not in parentheses"
      } else if title.utf8.allSatisfy(\.isMarkdownSpace) {
        "it has no expression"
      } else if children.contains(where: \.holdsImage) {
        "a picture can't be part of its sentence"
      } else if !children.pieces.contains(where: \.isVisible) {
        "it has no sentence"
      } else {
        nil
      }
    if let problem {
      diagnoseClaim(at: start, problem)
      return children
    }
    let text = isTraced ? LocatedText(expression, in: source, fallback: start) : LocatedText(title, at: source.location(at: start))
    claims.append(ClaimLink(sentence: children.pieces, expression: text, location: source.location(at: start)))
    return [.claim(claims.count - 1, children)]
  }

  /// Notes every `](claim:` that Markdown left as text: a torn claim never passes in silence.
  mutating func diagnoseClaimRemnants() {
    let scalars = passage.visible.map(\.scalar)
    var position = 0
    while let bracket = scalars[position...].firstIndex(of: "]") {
      position = bracket + 1
      func skipSpaces(from start: Int) -> Int { scalars[start...].firstIndex { $0 != " " && $0 != "\n" && $0 != "\t" } ?? scalars.count }
      let parenthesis = skipSpaces(from: position)
      guard parenthesis < scalars.count, scalars[parenthesis] == "(" else { continue }
      var word = skipSpaces(from: parenthesis + 1)
      if word < scalars.count, scalars[word] == "<" { word = skipSpaces(from: word + 1) }
      guard word + 5 <= scalars.count, String(String.UnicodeScalarView(scalars[word..<word + 5])).lowercased() == "claim" else { continue }
      let colon = skipSpaces(from: word + 5)
      guard colon < scalars.count, scalars[colon] == ":" else { continue }
      let problem = parenthesis > position ? "write ‘](’ without a space between" : Self.problem(after: scalars[(colon + 1)...])
      diagnoseClaim(at: passage.visible[bracket].offset, problem)
    }
  }

  /// What is wrong with a claim that Markdown did not read as a link, by the text after its `claim:`.
  private static func problem(after scalars: ArraySlice<Unicode.Scalar>) -> String {
    let quoted = scalars.drop { $0 == " " || $0 == "\n" || $0 == "\t" }
    guard let quote = quoted.first, quote == "\"" || quote == "'" else { return "put the expression in straight quotes" }
    guard quoted.startIndex > scalars.startIndex else { return "put a space after ‘claim:’" }
    let text = Array(String(String.UnicodeScalarView(quoted.prefix(1_000))).utf8)
    guard let title = LinkTail.title(text, from: 0) else { return "its quotes are never closed; in a table, write ‘\\|’ for ‘|’" }
    let next = LinkTail.skipSpaces(text, from: title.end)
    guard next < text.count, text[next] == .rightParenthesis else {
      return "close it with ‘)’ right after the quotes, and put '…' around an expression that holds \""
    }
    return "its sentence can't hold a link, another claim or a bracket without its pair"
  }

  mutating func diagnoseClaim(at offset: Int, _ problem: String) {
    diagnose(at: offset, "this is not a claim yet: \(problem), as in ‘[sentence](claim: \"expression\")’")
  }
}

extension Inline {
  fileprivate var holdsImage: Bool {
    if case .image = self { return true }
    return children.contains(where: \.holdsImage)
  }
}

extension SentencePiece {
  fileprivate var isVisible: Bool {
    switch self {
    case .text(let text): !text.utf8.allSatisfy(\.isMarkdownSpace)
    case .value: true
    }
  }
}
