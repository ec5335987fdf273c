import SafeText

/// Writes blocks as HTML.
struct BlockRenderer {
  let page: MarkdownPage
  let content: PageContent
  let inline: InlineRenderer

  private static let lineFeed = SafeHTML("\n")

  init(page: MarkdownPage, content: PageContent) {
    self.page = page
    self.content = content
    inline = InlineRenderer(page: page, content: content)
  }

  /// Blocks before the first heading; the first paragraph is set larger.
  func lede(_ blocks: ArraySlice<Block>) -> SafeHTML {
    guard let first = blocks.firstIndex(where: { if case .paragraph = $0 { true } else { false } }),
      case .paragraph(let text) = blocks[first]
    else { return render(blocks, level: 1) }
    let paragraph = SafeHTML.element("p", [Attribute("class", "lede prose")], inline.render(text)) + Self.lineFeed
    return render(blocks[..<first], level: 1) + paragraph + render(blocks[(first + 1)...], level: 1, paragraphClass: "prose")
  }

  /// Blocks under a heading of a level; neighbouring figures of half the width share a row.
  func render(_ blocks: some Sequence<Block>, level: Int, paragraphClass: String? = nil) -> SafeHTML {
    var html = SafeHTML.empty
    var half: SafeHTML?
    for block in blocks {
      if case .figure(let index) = block, content.figures[index].html == .empty { continue }
      if case .figure(let index) = block, content.figures[index].isHalf {
        let figure = content.figures[index].html
        if let left = half {
          html +=
            .element("div", [Attribute("class", "pair")], Self.lineFeed + left + Self.lineFeed + figure + Self.lineFeed) + Self.lineFeed
        }
        half = half == nil ? figure : nil
        continue
      }
      if let left = half { html += left + Self.lineFeed }
      half = nil
      html += render(block, level: level, paragraphClass: paragraphClass) + Self.lineFeed
    }
    if let left = half { html += left + Self.lineFeed }
    return html
  }

  private func render(_ block: Block, level: Int, paragraphClass: String?) -> SafeHTML {
    switch block {
    case .paragraph(let inlines):
      return .element("p", paragraphClass.map { [Attribute("class", $0)] } ?? [], inline.render(inlines))
    case .heading(let index, let inlines):
      return .heading(level: min(6, level + 1), [Attribute("id", page.headings[index].id)], inline.render(inlines))
    case .list(let start, let isTight, let items): return list(start: start, isTight: isTight, items, level: level, isNested: false)
    case .quote(let blocks):
      return .element("blockquote", [Attribute("class", "prose flow")], Self.lineFeed + render(blocks, level: level))
    case .code(let text): return .element("pre", [Attribute("class", "code")], .element("code", [], SafeHTML(prose: text)))
    case .thematicBreak: return .void("hr")
    case .figure(let index): return content.figures[index].html
    case .table(let table): return self.table(table)
    }
  }

  private func list(start: Int?, isTight: Bool, _ items: [Block.ListItem], level: Int, isNested: Bool) -> SafeHTML {
    let html = items.map { item -> SafeHTML in
      let attributes = item.isDone == nil ? [] : [Attribute("class", "task")]
      return .element("li", attributes, itemContent(item, isTight: isTight, level: level)) + Self.lineFeed
    }.joined()
    var attributes = isNested ? [] : [Attribute("class", "prose")]
    guard let start else { return .element("ul", attributes, Self.lineFeed + html) }
    if start != 1 { attributes.append(Attribute("start", start)) }
    return .element("ol", attributes, Self.lineFeed + html)
  }

  /// In a tight list, paragraphs stand without `<p>`, as CommonMark has it.
  private func itemContent(_ item: Block.ListItem, isTight: Bool, level: Int) -> SafeHTML {
    var html = SafeHTML.empty
    var mark = item.isDone.map(taskMark) ?? .empty
    var needsBreak = !isTight
    for block in item.blocks {
      switch block {
      case .paragraph(let inlines) where isTight:
        html += (html == .empty || !needsBreak ? SafeHTML.empty : Self.lineFeed) + mark + inline.render(inlines)
        needsBreak = true
      case .paragraph(let inlines): html += Self.lineFeed + .element("p", [], mark + inline.render(inlines))
      case .list(let start, let isTight, let items):
        html += Self.lineFeed + list(start: start, isTight: isTight, items, level: level, isNested: true)
        needsBreak = true
      default: html += Self.lineFeed + render(block, level: level, paragraphClass: nil)
      }
      mark = .empty
    }
    return html
  }

  /// A box as text, with words for those who do not see it; a page has no form controls.
  private func taskMark(isDone: Bool) -> SafeHTML {
    isDone
      ? SafeHTML("<span class=\"box\" aria-hidden=\"true\">☑</span><span class=\"vh\">Done:</span> ")
      : SafeHTML("<span class=\"box\" aria-hidden=\"true\">☐</span><span class=\"vh\">To do:</span> ")
  }

  private func table(_ table: Block.Table) -> SafeHTML {
    func row(_ cells: [[Inline]], isHeader: Bool) -> SafeHTML {
      let html = zip(cells, table.alignments).map { inlines, alignment -> SafeHTML in
        let attributes = alignment == .right ? [Attribute("class", "n")] : []
        let cell = inline.render(inlines)
        return isHeader && cell != .empty
          ? .element("th", [Attribute("scope", "col")] + attributes, cell) : .element("td", attributes, cell)
      }
      return .element("tr", [], html.joined()) + Self.lineFeed
    }
    let head = SafeHTML.element("thead", [], Self.lineFeed + row(table.header, isHeader: true)) + Self.lineFeed
    let rows = table.rows.map { row($0, isHeader: false) }.joined()
    let body = rows == .empty ? .empty : SafeHTML.element("tbody", [], Self.lineFeed + rows) + Self.lineFeed
    return .element("div", [Attribute("class", "tw")], .element("table", [], Self.lineFeed + head + body))
  }
}
