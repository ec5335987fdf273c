@testable import SVGCharts

/// A text element of a chart, as the tests read it back.
struct SVGText {
  var text: String
  var percent: Double
  var pixels: Double
  var isBold: Bool
  var isQuiet: Bool
  /// Shown on wide screens only.
  var isWide: Bool

  /// Right end in px at a width of the chart.
  func end(at width: Double) -> Double {
    percent / 100 * width + pixels + TextWidth.of(text, size: isQuiet ? TextWidth.tickSize : TextWidth.labelSize, isBold: isBold)
  }

  /// Every text element, in order.
  static func all(in markup: String) -> [SVGText] {
    markup.split(separator: "<text").dropFirst().map { piece in
      let attributes = piece.prefix { $0 != ">" }
      let content = piece.dropFirst(attributes.count + 1).prefix { $0 != "<" }
      let names = (value("class", of: attributes) ?? "").split(separator: " ")
      let x = value("x", of: attributes) ?? "0"
      let isPercent = x.last == "%"
      let number = Double(isPercent ? x.dropLast() : x) ?? 0
      let offset = value("dx", of: attributes).flatMap { Double($0) } ?? 0
      return SVGText(
        text: unescaped(String(content)), percent: isPercent ? number : 0, pixels: isPercent ? offset : number,
        isBold: names.contains("b"), isQuiet: names.contains("q"), isWide: names.contains("w"))
    }
  }

  private static func value(_ name: String, of attributes: Substring) -> Substring? {
    attributes.split(separator: " \(name)=\"", omittingEmptySubsequences: false).dropFirst().first.map { $0.prefix { $0 != "\"" } }
  }

  private static func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) { text, pair in
      text.split(separator: pair.0, omittingEmptySubsequences: false).joined(separator: pair.1)
    }
  }
}
