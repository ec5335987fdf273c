import SafeText

/// A figure's markup.
public struct PlacedFigure: Hashable, Sendable {
  /// The whole `<figure>`; empty for a figure that shows nothing.
  public var html: SafeHTML
  /// Whether it shares a row with a neighbour that is half as wide, too.
  public var isHalf: Bool

  /// A figure, by default as wide as the page.
  public init(html: SafeHTML, isHalf: Bool = false) {
    self.html = html
    self.isHalf = isHalf
  }
}
