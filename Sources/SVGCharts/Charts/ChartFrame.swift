import SafeText

/// The outer `svg` of a chart: as wide as the page lets it be, its height in px, no `viewBox`, so that text keeps its size.
struct ChartFrame {
  /// Ids of its parts.
  let identity: ChartIdentity
  /// What is to be seen, in a sentence; empty for none.
  let title: String
  /// The text alternative with the numbers.
  let description: SafeHTML

  /// The chart.
  ///
  /// The ground is drawn so that forced colours have something to paint; without a style sheet it stays transparent.
  func render(height: Double, _ content: SafeHTML) -> SafeHTML {
    let name = title.isEmpty ? SafeHTML.empty : .element("title", [Attribute("id", identity.id("n"))], SafeHTML(prose: title))
    let label = (title.isEmpty ? "" : identity.id("n") + " ") + identity.id("d")
    return .element(
      "svg",
      [
        Attribute("class", "chart"), Attribute("width", "100%"), Attribute("height", height), Attribute("role", "img"),
        Attribute("aria-labelledby", label),
      ],
      [
        name, .element("desc", [Attribute("id", identity.id("d"))], description),
        .empty("rect", [Attribute("class", "bg"), Attribute("width", "100%"), Attribute("height", "100%"), Attribute("fill", "none")]),
        content,
      ].joined(separator: SafeHTML("\n")) + SafeHTML("\n"))
  }
}
