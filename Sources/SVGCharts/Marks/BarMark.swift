import SafeText

/// A bar lying on its side: it starts at a place and is so many per cent of the chart long.
struct BarMark: Mark {
  var start: Across
  /// Length in per cent of the chart's width.
  var length: Double
  var y: Double
  var height: Double
  var fill: Fill

  var markup: SafeHTML {
    let bar = SafeHTML.empty(
      "rect",
      fill.attributes + [
        Attribute("x", start.pixels), Attribute("y", y), Attribute("width", length, unit: "%"), Attribute("height", height),
      ])
    guard start.percent != 0 else { return bar }
    // A rect's x is one length; the nested viewport adds the per cent to its pixels.
    return .element("svg", [Attribute("x", start.percent, unit: "%"), Attribute("overflow", "visible")], bar)
  }
}
