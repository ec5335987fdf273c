import SafeText

/// A series over equal slots as thin upright strokes, or as bars where a phone has room for them: one path, whatever its length.
struct SpikesMark: Mark {
  /// Heights in px, one a slot; zero draws nothing.
  var heights: [Double]
  /// Top and height of the panel in px.
  var top: Double
  var height: Double
  /// Position of the series from 0.
  var series: Int

  /// Up to so many slots are at least 4 px wide on a phone.
  private static let mostBars = 72
  /// The least a value above zero gets, in px.
  private static let least = 1.0

  var markup: SafeHTML {
    let isBars = heights.count <= Self.mostBars
    let base = number(height)
    let pieces = heights.enumerated().filter { $0.element > 0 }.map { index, height in
      let length = number(max(height, Self.least))
      return isBars ? "M\(index).15 \(base)v-\(length)h.7V\(base)z" : "M\(index).5 \(base)v-\(length)"
    }
    let path = Attribute("d", pieces.joined())
    let stroke = [
      Attribute("vector-effect", "non-scaling-stroke"), Attribute("class", "sp " + Fill.className(series)),
      Attribute("stroke", "currentColor"),
    ]
    return .element(
      "svg",
      [
        Attribute("viewBox", "0 0 \(max(heights.count, 1)) \(base)"), Attribute("y", top), Attribute("width", "100%"),
        Attribute("height", height), Attribute("preserveAspectRatio", "none"), Attribute("overflow", "visible"),
      ], .empty("path", (isBars ? Fill.series(series).attributes : stroke) + [path]))
  }

  private func number(_ value: Double) -> String { NumberText.fixed(value, decimals: 1, dropsZeros: true) }
}
