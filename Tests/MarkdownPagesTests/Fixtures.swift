import Diagnostics
import SafeText

@testable import MarkdownPages

let kinds = ["numbers", "bar", "histogram", "timeline", "table", "statistics", "query"]

/// A page of `page.md`.
func page(_ markdown: String, firstLine: Int = 1) -> MarkdownPage {
  var identifiers = HeadingIdentifiers()
  return MarkdownPage(file: "page.md", source: markdown, firstLine: firstLine, figureKinds: kinds, identifiers: &identifiers)
}

extension MarkdownPage {
  /// Each diagnostic as printed.
  var messages: [String] { diagnostics.map(\.description) }

  /// Rendered with values as `<data>` of their expression, claims that hold, figures as `<figure>` with their id.
  func rendered(half: Bool = false, holds: Bool = true) -> RenderedPage {
    let values = values.map { value in
      let text = value.expression.text
      return PlacedValue(html: .element("data", [Attribute("class", "v"), Attribute("value", text)], SafeHTML(text: text)), text: text)
    }
    let verdicts = claims.indices.map { ClaimVerdict(number: $0 + 1, holds: holds, found: holds ? nil : SafeHTML("7")) }
    let drawn = figures.map { figure in
      PlacedFigure(html: figure.kind == "query" ? .empty : .element("figure", [Attribute("id", "fig-" + figure.id)]), isHalf: half)
    }
    let pictures = images.map { _ in PlacedImage(address: "data:image/png;base64,AAAA", size: .init(width: 3, height: 2)) }
    return render(PageContent(figures: drawn, values: values, claims: verdicts, images: pictures))
  }

  /// Lede and sections as one text.
  var html: String {
    let page = rendered()
    return page.lede.markup + page.body.markup
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
struct FixedRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The names and attribute names of all tags in order, without text and values: what a hostile text must not change.
func skeleton(of html: String) -> [String] {
  var tags: [String] = []
  var rest = Array(html.utf8)[...]
  while let open = rest.firstIndex(of: 0x3C) {
    var tag: [UInt8] = []
    var isQuoted = false
    var position = open + 1
    while position < rest.endIndex, isQuoted || rest[position] != 0x3E {
      if rest[position] == 0x22 { isQuoted.toggle() } else if !isQuoted { tag.append(rest[position]) }
      position += 1
    }
    tags.append(String(decoding: tag, as: UTF8.self))
    rest = rest[min(position + 1, rest.endIndex)...]
  }
  return tags
}
