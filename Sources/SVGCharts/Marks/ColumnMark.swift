import SafeText

/// An upright bar, placed in per cent across and in px down.
struct ColumnMark: Mark {
  var start: Double
  var width: Double
  var y: Double
  var height: Double
  var fill: Fill

  var markup: SafeHTML {
    .empty(
      "rect",
      fill.attributes + [
        Attribute("x", start, unit: "%"), Attribute("width", width, unit: "%"), Attribute("y", y), Attribute("height", height),
      ])
  }
}
