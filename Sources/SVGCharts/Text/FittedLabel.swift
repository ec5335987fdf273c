import SafeText

/// A label from a log, cut in the middle until it fits a width; of several names each keeps its two ends.
struct FittedLabel {
  /// The label, ready for an SVG text element.
  let content: SafeHTML
  /// Its estimated width in px.
  let width: Double
  /// Whether anything was left out.
  private(set) var isCut: Bool

  /// A scalar is at least this wide in px, so that the search need not start with hundreds of them.
  private static let narrowestScalar = 3.5
  private static let separator: ByteString = ", "

  /// The whole label, or as much of its two ends as fits into `room` px; at least its first and last scalar.
  init(_ label: ByteString, room: Double = .infinity, isBold: Bool = false) {
    func width(_ longest: Int) -> Double { TextWidth.of(VisibleText.of(label.bytes, longest: longest), isBold: isBold) }
    var longest = VisibleText.longest
    let whole = width(longest)
    if whole > room {
      // Of all lengths from the shortest on the longest that fits: a longer cut holds every scalar of a shorter one.
      var tooLong = min(longest, Int(room / Self.narrowestScalar) + 2)
      longest = 2
      while tooLong - longest > 1 {
        let middle = (longest + tooLong) / 2
        if width(middle) > room { tooLong = middle } else { longest = middle }
      }
    }
    content = SafeHTML(label: label, longest: longest)
    isCut = whole > room
    self.width = width(longest)
  }

  /// Names with commas between: a name shorter than its share of the room leaves what it does not need to the others.
  init(_ names: [ByteString], room: Double = .infinity, isBold: Bool = false) {
    let separatorWidth = TextWidth.of(Self.separator.visible, isBold: isBold)
    var labels = names.map { FittedLabel($0, isBold: isBold) }
    var left = room - separatorWidth * Double(max(names.count - 1, 0))
    for (rank, index) in labels.indices.sorted(by: { (labels[$0].width, $0) < (labels[$1].width, $1) }).enumerated() {
      labels[index] = FittedLabel(names[index], room: left / Double(names.count - rank), isBold: isBold)
      left -= labels[index].width
    }
    content = labels.map(\.content).joined(separator: SafeHTML(label: Self.separator))
    isCut = labels.contains { $0.isCut }
    width = labels.reduce(0) { $0 + $1.width } + separatorWidth * Double(max(names.count - 1, 0))
  }

  /// The same label, of names that were shortened before.
  func ofShortenedNames() -> FittedLabel {
    var label = self
    label.isCut = true
    return label
  }
}
