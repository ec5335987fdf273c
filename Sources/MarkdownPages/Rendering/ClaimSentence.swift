/// Finds the last word of a claim's sentence, wherever the markup puts it.
enum ClaimSentence {
  /// The sentence in two: all but its last word, and the last word. Emphasis is split; code, a value or a picture is a word.
  static func split(_ inlines: [Inline]) -> (start: [Inline], end: [Inline]) {
    var start = inlines
    guard let last = start.popLast() else { return ([], []) }
    switch last {
    case .text(let text):
      let scalars = Array(text.unicodeScalars)
      guard let wordEnd = scalars.lastIndex(where: { !isSpace($0) }) else { return split(start) }
      guard let space = scalars[..<wordEnd].lastIndex(where: isSpace) else { return (start, [.text(string(scalars[...wordEnd]))]) }
      return (start + [.text(string(scalars[...space]))], [.text(string(scalars[(space + 1)...wordEnd]))])
    case .lineBreak: return split(start)
    case .emphasis(let children): return wrapped(children, after: start) { .emphasis($0) }
    case .strong(let children): return wrapped(children, after: start) { .strong($0) }
    case .code, .value, .image, .link, .claim: return (start, [last])
    }
  }

  /// Whether a word may be kept on one line with its mark without widening a narrow page.
  static func isShort(_ word: [Inline]) -> Bool {
    let length = word.pieces.reduce(0) { sum, piece in if case .text(let text) = piece { sum + text.unicodeScalars.count } else { sum } }
    return length <= 24
  }

  private static func wrapped(
    _ children: [Inline], after before: [Inline], by wrap: ([Inline]) -> Inline
  ) -> (start: [Inline], end: [Inline]) {
    let (start, end) = split(children)
    return (start.isEmpty ? before : before + [wrap(start)], end.isEmpty ? [] : [wrap(end)])
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\n" || scalar == "\t" }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
