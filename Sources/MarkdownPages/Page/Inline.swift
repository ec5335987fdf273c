/// A piece of running text, ready to be rendered; values, claims and images are indices into the page's lists.
indirect enum Inline: Hashable, Sendable {
  /// Text; a line feed in it is a line break of the source.
  case text(String)
  case lineBreak
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  /// A link whose address has been judged safe.
  case link(address: String, title: String, [Inline])
  case value(Int)
  case claim(Int, [Inline])
  case image(Int)

  /// What it holds.
  var children: [Inline] {
    switch self {
    case .emphasis(let children), .strong(let children), .link(_, _, let children), .claim(_, let children): children
    case .text, .lineBreak, .code, .value, .image: []
    }
  }
}

extension Sequence<Inline> {
  /// Text and values without markup; line breaks are spaces.
  var pieces: [SentencePiece] {
    var pieces: [SentencePiece] = []
    func add(_ text: String) {
      if case .text(let last) = pieces.last { pieces[pieces.count - 1] = .text(last + text) } else { pieces.append(.text(text)) }
    }
    for inline in self {
      switch inline {
      case .text(let text): add(text.onOneLine)
      case .lineBreak: add(" ")
      case .code(let text): add(text)
      case .value(let index): pieces.append(.value(index))
      case .image: break
      default:
        for piece in inline.children.pieces { if case .text(let text) = piece { add(text) } else { pieces.append(piece) } }
      }
    }
    return pieces
  }

  /// The text alone, values left out, without spaces around it.
  var plainText: String {
    let scalars = Array(pieces.map { if case .text(let text) = $0 { text } else { "" } }.joined().unicodeScalars)
    let start = scalars.firstIndex { $0 != " " } ?? 0
    let end = scalars.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0
    return String(String.UnicodeScalarView(scalars[start..<end]))
  }
}

extension String {
  /// With spaces for line feeds.
  var onOneLine: String { String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\n" ? " " : $0 })) }
}
