import SafeText

/// Hatchings that tell the parts of a stack apart without colour: thin lines of ground at one angle a series, the first one plain.
struct SeriesPatterns: Mark {
  let identity: ChartIdentity
  /// Number of series.
  let count: Int

  /// Directions of the lines of the second, third … series.
  private static let transforms = ["rotate(45)", "rotate(-45)", "rotate(0)", "rotate(90)", "rotate(20)"]
  private static let size = 5.0

  var markup: SafeHTML {
    guard count > 1 else { return .empty }
    let patterns = (1..<count).map { index in
      SafeHTML.element(
        "pattern",
        [
          Attribute("id", Fill.patternID(index, identity)), Attribute("width", Self.size), Attribute("height", Self.size),
          Attribute("patternUnits", "userSpaceOnUse"), Attribute("patternTransform", Self.transforms[(index - 1) % Self.transforms.count]),
        ],
        .empty("rect", Fill.series(index).attributes + [Attribute("width", Self.size), Attribute("height", Self.size)])
          + .empty(
            "line", [Attribute("class", "hb"), Attribute("y2", Self.size), Attribute("stroke", "#fff"), Attribute("stroke-opacity", 0.7)]))
    }
    return .element("defs", [], patterns.joined())
  }
}
