import SafeText

/// Turns a flat row of blocks into nested sections.
struct SectionBuilder {
  let page: MarkdownPage
  let content: PageContent

  func build() -> RenderedPage {
    let starts = page.blocks.indices.filter { if case .heading = page.blocks[$0] { true } else { false } }
    let writer = BlockRenderer(page: page, content: content)
    let lede = writer.lede(page.blocks[..<(starts.first ?? page.blocks.endIndex)])
    var open: [OpenSection] = []
    var done: [RenderedSection] = []
    func close(_ count: Int) {
      while open.count > count {
        let section = open.removeLast().finished()
        if open.isEmpty { done.append(section) } else { open[open.count - 1].children.append(section) }
      }
    }
    for (position, start) in starts.enumerated() {
      guard case .heading(let index, let inlines) = page.blocks[start] else { continue }
      let heading = page.headings[index]
      let end = position + 1 < starts.count ? starts[position + 1] : page.blocks.endIndex
      close(open.firstIndex { $0.authoredLevel >= heading.level } ?? open.count)
      open.append(
        OpenSection(
          authoredLevel: heading.level, id: heading.id, level: min(6, open.count + 2), title: writer.inline.render(inlines),
          contentsTitle: writer.inline.renderPlain(inlines), own: writer.render(page.blocks[(start + 1)..<end], level: open.count + 2)))
    }
    close(0)
    return RenderedPage(lede: lede, sections: done)
  }

  private struct OpenSection {
    var authoredLevel: Int
    var id: String
    var level: Int
    var title: SafeHTML
    var contentsTitle: SafeHTML
    var own: SafeHTML
    var children: [RenderedSection] = []

    func finished() -> RenderedSection {
      let heading = SafeHTML.heading(level: level, [Attribute("id", "h-" + id)], title)
      let inner = [SafeHTML("\n"), heading, SafeHTML("\n"), own] + children.map { $0.html + SafeHTML("\n") }
      let html = SafeHTML.element(
        "section",
        [
          level == 2 ? Attribute("class", "part flow") : Attribute("class", "sub flow"), Attribute("id", id),
        ], inner.joined())
      return RenderedSection(id: id, level: level, title: title, contentsTitle: contentsTitle, html: html, children: children)
    }
  }
}

extension SafeHTML {
  /// `<h2>` to `<h6>`.
  static func heading(level: Int, _ attributes: [Attribute], _ content: SafeHTML) -> SafeHTML {
    switch level {
    case ...2: .element("h2", attributes, content)
    case 3: .element("h3", attributes, content)
    case 4: .element("h4", attributes, content)
    case 5: .element("h5", attributes, content)
    default: .element("h6", attributes, content)
    }
  }
}
