/// Horizontal bars for a terminal, one a row: label, value, bar. A histogram is the same with the bounds of its bins as labels.
///
/// Labels and value texts must be visible text already (`VisibleText`): nothing is escaped here.
public struct TextBars: Hashable, Sendable {
  /// A bar.
  public struct Bar: Hashable, Sendable {
    /// What it stands for.
    public var label: String
    /// Its length; zero, negative and not finite values have no bar.
    public var value: Double
    /// The value as it is to be read.
    public var valueText: String

    /// A bar.
    public init(label: String, value: Double, valueText: String) {
      self.label = label
      self.value = value
      self.valueText = valueText
    }
  }

  /// The bars, from top to bottom.
  public var bars: [Bar]
  /// On which side the labels line up: right for the bounds of bins.
  public var labelAlignment: TextColumn.Alignment

  /// Bars; labels line up on the left unless said otherwise.
  public init(_ bars: [Bar], labelAlignment: TextColumn.Alignment = .left) {
    self.bars = bars
    self.labelAlignment = labelAlignment
  }

  /// Labels are cut to this share of the width.
  private static let labelShare = 3
  /// Bars get at least this many columns.
  private static let shortestScale = 8

  /// The bars as lines, each with a line feed.
  ///
  /// The largest value fills what labels and values leave of `width` columns; lengths are in eighths of a column where the style has them,
  /// and a value above zero is never without a mark.
  public func text(width: Int = 80, style: TextStyle = .unicode) -> String {
    let widestLabel = bars.reduce(0) { max($0, DisplayWidth.of($1.label)) }
    let labelWidth = min(widestLabel, max(Self.shortestScale, width / Self.labelShare))
    let valueWidth = bars.reduce(0) { max($0, DisplayWidth.of($1.valueText)) }
    let scale = max(Self.shortestScale, width - labelWidth - valueWidth - 4)
    let largest = bars.reduce(0) { $1.value.isFinite ? max($0, $1.value) : $0 }
    var text = ""
    for bar in bars {
      let label = DisplayWidth.cut(bar.label, to: labelWidth)
      text += DisplayWidth.pad(label, to: labelWidth, toTheRight: labelAlignment == .right) + "  "
      text += DisplayWidth.pad(bar.valueText, to: valueWidth, toTheRight: true)
      let drawn = Self.drawn(bar.value, largest: largest, scale: scale, style: style)
      text += (drawn.isEmpty ? "" : "  " + drawn) + "\n"
    }
    return text
  }

  private static func drawn(_ value: Double, largest: Double, scale: Int, style: TextStyle) -> String {
    guard value.isFinite, value > 0, largest > 0 else { return "" }
    let share = value / largest * Double(scale)
    switch style {
    case .unicode:
      let eighths = max(1, Int((share * 8).rounded()))
      return String(repeating: style.block, count: eighths / 8) + style.eighths[eighths % 8]
    case .ascii: return String(repeating: style.block, count: max(1, Int(share.rounded())))
    }
  }
}
