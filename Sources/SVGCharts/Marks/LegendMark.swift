import SafeText

/// A row of swatches with names, or several rows where they do not fit a phone.
struct LegendMark: Mark {
  private let entries: [(content: SafeHTML, x: Double, row: Int, fill: Fill)]
  private let rows: Int

  private static let swatch = 10.0
  private static let rowHeight = 20.0
  private static let longestName = 150.0

  /// Swatches for series by their names, in order.
  init(_ names: [ByteString], fill: (Int) -> Fill) {
    var entries: [(SafeHTML, Double, Int, Fill)] = []
    var x = 0.0
    var row = 0
    for (index, name) in names.enumerated() {
      let label = FittedLabel(name, room: Self.longestName)
      let width = Self.swatch + 5 + label.width.rounded(.up)
      if x > 0, x + width > ChartWidth.narrowest {
        x = 0
        row += 1
      }
      entries.append((label.content, x, row, fill(index)))
      x += width + 16
    }
    self.entries = entries
    rows = names.isEmpty ? 0 : row + 1
  }

  /// Height it takes, with the space below it.
  var height: Double { rows == 0 ? 0 : Double(rows) * Self.rowHeight + 6 }

  var markup: SafeHTML {
    entries.map { entry in
      let y = Double(entry.row) * Self.rowHeight
      return SafeHTML.empty(
        "rect",
        entry.fill.attributes + [
          Attribute("x", entry.x), Attribute("y", y), Attribute("width", Self.swatch), Attribute("height", Self.swatch),
        ]) + TextMark(content: entry.content, x: Across(0, pixels: entry.x + Self.swatch + 5), y: y + Self.swatch).markup
    }.joined(separator: SafeHTML("\n"))
  }
}
