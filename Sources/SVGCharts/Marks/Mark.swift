import SafeText

/// A small piece of a chart that knows where it stands: it infers no scale and looks at no data.
protocol Mark {
  /// The piece as SVG.
  var markup: SafeHTML { get }
}

/// A place across a chart: data in per cent of the width, offsets in px.
struct Across: Hashable, Sendable {
  /// Per cent of the chart's width.
  var percent: Double
  /// Offset to the right in px.
  var pixels: Double

  /// A place by its two parts.
  init(_ percent: Double, pixels: Double = 0) {
    self.percent = percent
    self.pixels = pixels
  }
}
