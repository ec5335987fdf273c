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

  /// The part of the width that is left free before the first slot, from 0 to less than 1.
  var inset: Double

  /// Whether so many slots hold bars: they are then at least 4 px wide on a phone.
  static func isBars(_ count: Int) -> Bool { count <= 72 }

  /// The least a value above zero gets, in px.
  private static let least = 1.0

  var markup: SafeHTML {
    let isBars = Self.isBars(heights.count)
    let base = number(height)
    let pieces = heights.enumerated().filter { $0.element > 0 }.map { index, height in
      let length = number(max(height, Self.least))
      return isBars ? "M\(index).15 \(base)v-\(length)h.7V\(base)z" : "M\(index).5 \(base)v-\(length)"
    }
    let path = Attribute("d", pieces.joined())
    let width = Double(max(heights.count, 1)) / (1 - inset)
    let stroke = [
      Attribute("vector-effect", "non-scaling-stroke"), Attribute("class", "sp " + Fill.className(series)),
      Attribute("stroke", "currentColor"),
    ]
    return .element(
      "svg",
      [
        Attribute("viewBox", "\(slots(0 - inset * width)) 0 \(slots(width)) \(base)"), Attribute("y", top), Attribute("width", "100%"),
        Attribute("height", height), Attribute("preserveAspectRatio", "none"), Attribute("overflow", "visible"),
      ], .empty("path", (isBars ? Fill.series(series).attributes : stroke) + [path]))
  }

  private func slots(_ value: Double) -> String { NumberText.fixed(value, decimals: 4, dropsZeros: true) }
  private func number(_ value: Double) -> String { NumberText.fixed(value, decimals: 1, dropsZeros: true) }
}
