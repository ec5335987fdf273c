import SafeText

/// A label from a log, cut in the middle until it fits a width.
struct FittedLabel {
  /// The label, ready for an SVG text element.
  let content: SafeHTML
  /// Its estimated width in px.
  let width: Double

  /// A scalar is at least this wide in px, so that the search need not start with hundreds of them.
  private static let narrowestScalar = 3.5

  /// The whole label, or as much of its two ends as fits into `room` px; at least its first and last scalar.
  init(_ label: ByteString, room: Double = .infinity, isBold: Bool = false) {
    func width(_ longest: Int) -> Double { TextWidth.of(VisibleText.of(label.bytes, longest: longest), isBold: isBold) }
    var longest = VisibleText.longest
    if width(longest) > room {
      // Of all lengths from the shortest on the longest that fits: a longer cut holds every scalar of a shorter one.
      var tooLong = min(longest, Int(room / Self.narrowestScalar) + 2)
      longest = 2
      while tooLong - longest > 1 {
        let middle = (longest + tooLong) / 2
        if width(middle) > room { tooLong = middle } else { longest = middle }
      }
    }
    content = SafeHTML(label: label, longest: longest)
    self.width = width(longest)
  }
}
