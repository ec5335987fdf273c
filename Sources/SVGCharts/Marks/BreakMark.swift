import SafeText

/// Two slanted strokes across a bar that is longer than it is drawn.
struct BreakMark: Mark {
  var place: Across
  var y: Double
  var height: Double

  var markup: SafeHTML {
    let top = y - 2
    let bottom = y + height + 2
    let left = place.pixels
    func number(_ value: Double) -> String { NumberText.fixed(value, decimals: 2, dropsZeros: true) }
    let ground = "M\(number(left)) \(number(bottom))L\(number(left + 4)) \(number(top))h5l-4 \(number(bottom - top))z"
    let lines = "M\(number(left)) \(number(bottom))L\(number(left + 4)) \(number(top))m5 0l-4 \(number(bottom - top))"
    return .element(
      "svg", [Attribute("x", place.percent, unit: "%"), Attribute("overflow", "visible")],
      .empty("path", [Attribute("class", "bg"), Attribute("fill", "#fff"), Attribute("d", ground)])
        + .empty("path", [Attribute("class", "axis"), Attribute("fill", "none"), Attribute("d", lines)]))
  }
}
