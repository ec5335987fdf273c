import SafeText

/// A page as markup, in the author's order.
public struct RenderedPage: Hashable, Sendable {
  /// What stands before the first heading.
  public var lede: SafeHTML
  /// The parts of the page.
  public var sections: [RenderedSection]

  /// All sections, one after another.
  public var body: SafeHTML { sections.map(\.html).joined(separator: SafeHTML("\n")) }
}
