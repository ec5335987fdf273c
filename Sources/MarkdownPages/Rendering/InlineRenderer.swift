import SafeText

/// Writes running text as HTML.
struct InlineRenderer {
  let page: MarkdownPage
  let content: PageContent

  /// With links, claims' marks and pictures.
  func render(_ inlines: [Inline]) -> SafeHTML { inlines.map(render).joined() }

  /// Without links, claims' marks and pictures: for places where the same text stands a second time.
  func renderPlain(_ inlines: [Inline]) -> SafeHTML {
    inlines.map { inline in
      switch inline {
      case .lineBreak: SafeHTML(" ")
      case .emphasis(let children): .element("em", [], renderPlain(children))
      case .strong(let children): .element("strong", [], renderPlain(children))
      case .link(_, _, let children), .claim(_, let children): renderPlain(children)
      case .image(let index): SafeHTML(prose: page.images[index].description)
      case .text, .code, .value: render(inline)
      }
    }.joined()
  }

  private func render(_ inline: Inline) -> SafeHTML {
    switch inline {
    case .text(let text): SafeHTML(prose: text)
    case .lineBreak: SafeHTML("<br>\n")
    case .code(let text): .element("code", [], SafeHTML(prose: text))
    case .emphasis(let children): .element("em", [], render(children))
    case .strong(let children): .element("strong", [], render(children))
    case .link(let address, let title, let children):
      .element("a", [Attribute("href", address)] + (title.isEmpty ? [] : [Attribute("title", title)]), render(children))
    case .value(let index): content.values[index].html
    case .claim(let index, let children): claim(content.claims[index], children)
    case .image(let index): image(content.images[index], description: page.images[index].description)
    }
  }

  private func image(_ image: PlacedImage, description: String) -> SafeHTML {
    let size = image.size.map { [Attribute("width", $0.width), Attribute("height", $0.height)] } ?? []
    return .void("img", [Attribute("src", image.address), Attribute("alt", description)] + size)
  }

  /// The sentence, then its mark, which never stands alone on a line: it keeps to the last word.
  private func claim(_ verdict: ClaimVerdict, _ sentence: [Inline]) -> SafeHTML {
    let (start, end) = ClaimSentence.split(sentence)
    let head = start.isEmpty ? .empty : SafeHTML.element("span", [Attribute("class", "claim")], render(start))
    let word = SafeHTML.element("span", [Attribute("class", "claim")], render(end))
    let name = Attribute("id", "p\(verdict.number)")
    let isShort = ClaimSentence.isShort(end)
    return head + .element("span", (isShort ? [Attribute("class", "nw")] : []) + [name], word + mark(verdict))
  }

  private func mark(_ verdict: ClaimVerdict) -> SafeHTML {
    let path: SafeHTML =
      verdict.holds ? SafeHTML("<path d=\"m3.4 6.2 1.9 1.9 3.4-4\"/>") : SafeHTML("<path d=\"m3.9 3.9 4.2 4.2m0-4.2-4.2 4.2\"/>")
    let svg = SafeHTML.element(
      "svg", [Attribute("class", "mark"), Attribute("viewBox", "0 0 12 12"), Attribute("aria-hidden", "true")],
      SafeHTML("<circle cx=\"6\" cy=\"6\" r=\"5.2\"/>") + path)
    let said =
      SafeHTML("Claim ") + SafeHTML(number: verdict.number)
      + (verdict.holds ? SafeHTML(", checked: holds") : SafeHTML(", checked: does not hold."))
    let found = verdict.found.map { SafeHTML(" found ") + $0 } ?? .empty
    return .element(
      "a", [Attribute("class", verdict.holds ? "chk" : "chk no"), Attribute("href", "#c\(verdict.number)")],
      svg + .element("span", [Attribute("class", "vh")], said) + (verdict.holds ? .empty : found))
  }
}
