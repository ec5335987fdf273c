import Diagnostics

extension PageReader {
  /// The inline content of a block, whose source is `content`.
  mutating func inlines(of node: SyntaxNode, in content: InlineSource, isHeading: Bool = false) -> [Inline] {
    passage = Passage(content)
    let inlines = read(node.children)
    diagnoseClaimRemnants()
    if !isHeading {
      bareFigures += BareFigureFinder.find(in: passage.unvouched).map { range in
        BareFigure(text: passage.unvouched[range].text, location: source.location(at: passage.unvouched[range.lowerBound].offset))
      }
    }
    return inlines
  }

  private mutating func read(_ nodes: [SyntaxNode]) -> [Inline] {
    var result: [Inline] = []
    var run: [Glyph] = []
    for node in nodes {
      switch node.kind {
      case .text(let literal): run += passage.replay.match(literal, escapes: !passage.isInAutolink)
      case .softBreak: run.append(passage.replay.passLineBreak())
      default:
        finish(&run, before: node.kind, into: &result)
        read(node, into: &result)
      }
    }
    finish(&run, before: nil, into: &result)
    return result
  }

  /// A node that is neither text nor a soft break.
  private mutating func read(_ node: SyntaxNode, into result: inout [Inline]) {
    let start = passage.replay.offset
    switch node.kind {
    case .lineBreak:
      see([passage.replay.passLineBreak()])
      result.append(.lineBreak)
    case .code(let text):
      passage.replay.passCode()
      seeObject(at: start)
      result.append(.code(text))
    case .inlineHTML(let html):
      passage.replay.passHTML(html)
      diagnoseHTML(html, at: start)
    case .emphasis:
      passage.replay.passDelimiters(1)
      result.append(.emphasis(read(node.children)))
      passage.replay.passDelimiters(1)
    case .strong:
      passage.replay.passDelimiters(2)
      result.append(.strong(read(node.children)))
      passage.replay.passDelimiters(2)
    case .link(let url, let title): readLink(node, url: url, title: title, into: &result)
    case .image(let url, _): readImage(node, url: url, into: &result)
    default: result += read(node.children)
    }
  }

  private mutating func readLink(_ node: SyntaxNode, url: String, title: String, into result: inout [Inline]) {
    let start = passage.replay.offset
    let isClaim = Self.isClaimAddress(url)
    let isAutolink = passage.replay.enterLink()
    let isNested = passage.isInClaim
    passage.isInClaim = isClaim || isNested
    passage.isInAutolink = isAutolink
    let children = read(node.children)
    passage.isInClaim = isNested
    passage.isInAutolink = false
    let tail = passage.replay.leaveLink(isAutolink: isAutolink)
    if isClaim && passage.isInDescription {
      diagnoseClaim(at: start, "a picture's description can't hold one")
      result += children
    } else if isClaim {
      result += claim(url: url, title: title, children: children, tail: tail, isAutolink: isAutolink, at: start)
    } else if passage.isInDescription {
      result += children
    } else if let address = address(url, at: start) {
      refuseValue(in: title, at: start, "a link's title")
      result.append(.link(address: address, title: title.onOneLine, children))
    } else {
      result += children
    }
  }

  private mutating func readImage(_ node: SyntaxNode, url: String, into result: inout [Inline]) {
    let start = passage.replay.offset
    let isNested = passage.isInDescription
    passage.replay.enterImage()
    passage.isInDescription = true
    let children = read(node.children)
    passage.isInDescription = isNested
    _ = passage.replay.leaveLink(isAutolink: false)
    let description = children.plainText
    if isNested {
      result.append(.text(description))
    } else if let path = imagePath(url, at: start) {
      images.append(LocalImage(path: path, description: description, location: source.location(at: start)))
      result.append(.image(images.count - 1))
      seeObject(at: start)
    }
  }

  /// Turns a run of text into text and bound values. What follows the run is what tore a `{{` that it leaves open.
  private mutating func finish(_ run: inout [Glyph], before next: SyntaxNode.Kind?, into result: inout [Inline]) {
    defer { run = [] }
    var textStart = 0
    var position = 0
    func isPair(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
      index + 1 < run.count && run[index].isTyped && run[index].scalar == scalar && run[index + 1].isTyped
        && run[index + 1].scalar == scalar
    }
    func addText(upTo end: Int, to reader: inout PageReader, _ result: inout [Inline]) {
      guard textStart < end else { return }
      reader.see(run[textStart..<end])
      result.append(.text(run[textStart..<end].text))
    }
    while position < run.count {
      guard isPair("{", at: position) else {
        position += 1
        continue
      }
      var end = position + 2
      while end < run.count, !isPair("}", at: end), !isPair("{", at: end) { end += 1 }
      guard isPair("}", at: end) else {
        diagnoseOpenBraces(at: run[position].offset, isNested: end < run.count, before: next)
        position = end
        continue
      }
      addText(upTo: position, to: &self, &result)
      if let value = boundValue(run[position + 2..<end], at: run[position].offset) {
        values.append(value)
        result.append(.value(values.count - 1))
      }
      seeObject(at: run[position].offset)
      position = end + 2
      textStart = position
    }
    addText(upTo: run.count, to: &self, &result)
  }

  private mutating func boundValue(_ glyphs: ArraySlice<Glyph>, at offset: Int) -> BoundValue? {
    if passage.isInDescription {
      diagnose(at: offset, "a bound value can't be put into a picture's description")
      return nil
    }
    let expression = Self.trimmed(glyphs)
    guard !expression.isEmpty else {
      diagnose(at: offset, "‘{{}}’ holds no expression")
      return nil
    }
    return BoundValue(expression: LocatedText(expression, in: source, fallback: offset), location: source.location(at: offset))
  }

  /// The glyphs without spaces around them; line breaks are spaces.
  static func trimmed(_ glyphs: some Sequence<Glyph>) -> [Glyph] {
    var result = glyphs.map { $0.scalar == "\n" ? Glyph(scalar: " ", offset: $0.offset, isTyped: $0.isTyped) : $0 }
    while let last = result.last, last.scalar == " " || last.scalar == "\t" { result.removeLast() }
    return Array(result.drop { $0.scalar == " " || $0.scalar == "\t" })
  }

  /// Says why a `{{` has no `}}`: Markdown took the text between apart, or the author forgot it.
  private mutating func diagnoseOpenBraces(at offset: Int, isNested: Bool, before next: SyntaxNode.Kind?) {
    let content = passage.replay.source
    let limit = min(content.origin(of: max(0, content.bytes.count - 1)) + 1, offset + 400)
    let rest = source.bytes[offset..<max(offset, limit)]
    var end = offset + 2
    func isPair(_ byte: UInt8) -> Bool { end + 1 < rest.endIndex && rest[end] == byte && rest[end + 1] == byte }
    while end < rest.endIndex, !isPair(0x7D), !isPair(0x7B) { end += 1 }
    guard !isNested, isPair(0x7D) else { return diagnose(at: offset, "‘{{’ is never closed by ‘}}’") }
    let typed = String(decoding: rest[offset..<end + 2], as: UTF8.self)
    let cause =
      switch next {
      case .emphasis, .strong, nil: "emphasis; put a backslash before each ‘*’ or ‘_’ in it"
      case .code: "code; use no backtick in it"
      case .link, .image: "a link; put a backslash before its ‘[’"
      case .inlineHTML: "HTML; put spaces around ‘<’"
      default: "a line break; write it on one line"
      }
    diagnose(at: offset, "Markdown tore ‘\(typed)’ apart: it reads a part of it as " + cause)
  }

  private mutating func see(_ glyphs: some Sequence<Glyph>) {
    passage.visible += glyphs
    if !passage.isInClaim && !passage.isInDescription { passage.unvouched += glyphs }
  }

  private mutating func seeObject(at offset: Int) { see([Glyph(scalar: Passage.object, offset: offset, isTyped: false)]) }
}
