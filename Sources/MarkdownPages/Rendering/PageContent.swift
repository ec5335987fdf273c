/// What the build found out for a page, each list in the order of the page's list of the same name and as long.
public struct PageContent: Hashable, Sendable {
  /// The figures, drawn.
  public var figures: [PlacedFigure]
  /// The bound values, evaluated.
  public var values: [PlacedValue]
  /// The claims, judged.
  public var claims: [ClaimVerdict]
  /// The pictures, read.
  public var images: [PlacedImage]

  /// All that a page needs to be rendered.
  public init(
    figures: [PlacedFigure] = [], values: [PlacedValue] = [], claims: [ClaimVerdict] = [], images: [PlacedImage] = []
  ) {
    self.figures = figures
    self.values = values
    self.claims = claims
    self.images = images
  }
}
