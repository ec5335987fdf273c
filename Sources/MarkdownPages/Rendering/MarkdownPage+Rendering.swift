import SafeText

extension MarkdownPage {
  /// The page's markup with all that the build found out.
  ///
  /// Headings shift one level down and leave no gaps; text before the first is the lede. `content` has one entry for each figure,
  /// value, claim and image of the page.
  public func render(_ content: PageContent) -> RenderedPage {
    precondition(content.figures.count == figures.count && content.values.count == values.count, "content of another page")
    precondition(content.claims.count == claims.count && content.images.count == images.count, "content of another page")
    return SectionBuilder(page: self, content: content).build()
  }

  /// The first paragraph before the first heading, without markup, for an index of reports.
  public func summary(values: [PlacedValue]) -> String? {
    for block in blocks {
      switch block {
      case .heading: return nil
      case .paragraph(let inlines): return inlines.pieces.text(values: values)
      default: continue
      }
    }
    return nil
  }
}
