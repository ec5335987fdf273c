import SafeText

/// A straight line across or down a chart.
struct RuleMark: Mark {
  /// What the line is for.
  enum Role: String {
    case axis, grid, tick, guide
  }

  let markup: SafeHTML

  /// A line across, at a height in px, between two places in per cent.
  init(_ role: Role, y: Double, from start: Double = 0, to end: Double = 100) {
    let first = start == 0 ? [] : [Attribute("x1", start, unit: "%")]
    let attributes = first + [Attribute("x2", end, unit: "%"), Attribute("y1", y), Attribute("y2", y)]
    markup = .empty("line", [Attribute("class", role.rawValue)] + attributes)
  }

  /// A line down between two heights in px.
  init(_ role: Role, x: Across, from top: Double, to bottom: Double) {
    let heights = [Attribute("y1", top), Attribute("y2", bottom)]
    if x.pixels == 0 {
      let places = [Attribute("x1", x.percent, unit: "%"), Attribute("x2", x.percent, unit: "%")]
      markup = .empty("line", [Attribute("class", role.rawValue)] + places + heights)
      return
    }
    let line = SafeHTML.empty("line", [Attribute("class", role.rawValue), Attribute("x1", x.pixels), Attribute("x2", x.pixels)] + heights)
    markup =
      x.percent == 0
      ? line : .element("svg", [Attribute("x", x.percent, unit: "%"), Attribute("overflow", "visible")], line)
  }
}
