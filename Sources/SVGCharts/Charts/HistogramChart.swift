import SafeText

/// Upright bars that touch: how samples are spread over bins.
public struct HistogramChart: Hashable, Sendable {
  /// One bin.
  public struct Bin: Hashable, Sendable {
    /// Lower edge.
    public var lower: Double
    /// Upper edge, above the lower one.
    public var upper: Double
    /// Number of samples in it.
    public var count: Int

    /// A bin by its edges and its count.
    public init(lower: Double, upper: Double, count: Int) {
      self.lower = lower
      self.upper = upper
      self.count = count
    }
  }

  /// Where the counts stand.
  public enum CountLabels: Hashable, Sendable {
    /// On the bars and without grid lines; where they would not fit, grid lines take their place.
    case onTop
    /// Inside the bars at their foot, on the short ones on top, with grid lines, so that something else may be drawn over the bars.
    case inside
  }

  /// The bins, ascending; they touch and are equally wide.
  public var bins: [Bin]
  /// Everything above the last bin, drawn as an outline after a gap.
  public var overflow: Bin?
  /// Whether each bin holds one whole number, its edges at k ± 0.5.
  public var isOneBinPerInteger: Bool
  /// What is measured, under the axis: `login attempts per user`.
  public var valueLabel: String
  /// What is counted, in the plural: `users`.
  public var countLabel: String
  /// Where the counts stand.
  public var countLabels: CountLabels
  /// How much of the page it gets.
  public var width: ChartWidth

  /// A chart of these bins.
  public init(
    bins: [Bin], overflow: Bin? = nil, isOneBinPerInteger: Bool, valueLabel: String, countLabel: String, countLabels: CountLabels = .onTop,
    width: ChartWidth = .full
  ) {
    self.bins = bins
    self.overflow = overflow
    self.isOneBinPerInteger = isOneBinPerInteger
    self.valueLabel = valueLabel
    self.countLabel = countLabel
    self.countLabels = countLabels
    self.width = width
  }

  /// The chart as SVG.
  /// - Parameters:
  ///   - id: ids of its parts, unique on the page.
  ///   - title: what is to be seen, in a sentence of at most ten words; empty for none.
  ///   - description: the text alternative, usually ``describe()``.
  public func render(id: ChartIdentity, title: String, description: SafeHTML) -> SafeHTML {
    HistogramDrawing(self).render(ChartFrame(identity: id, title: title, description: description))
  }

  /// The text alternative: how many samples each bin that is not empty holds.
  public func describe() -> SafeHTML {
    let all = bins + (overflow.map { [$0] } ?? [])
    guard !all.isEmpty else { return SafeHTML("Histogram without samples.") }
    let total = all.reduce(0) { $0 + $1.count }
    let list = all.filter { $0.count > 0 }.map { NumberText.count($0.count) + describe($0) }
    return SafeHTML(
      prose: "Histogram of \(NumberText.count(total)) \(countLabel) by \(valueLabel): \(list.joined(separator: ", ")).")
  }

  private func describe(_ bin: Bin) -> String {
    if bin == overflow, isOneBinPerInteger { return " with \(edgeText.text(bin.lower + 0.5)) or more" }
    if isOneBinPerInteger { return " with \(edgeText.text(bin.lower + 0.5))" }
    return " from \(edgeText.text(bin.lower)) to \(edgeText.text(bin.upper))"
  }

  /// Writes edges, or whole numbers: as many decimals as tell two neighbours apart.
  var edgeText: AxisNumberText {
    let largest = (bins + (overflow.map { [$0] } ?? [])).map { max($0.lower.magnitude, $0.upper.magnitude) }.max() ?? 0
    guard !isOneBinPerInteger, let first = bins.first else { return AxisNumberText(step: 1, largest: min(largest, 999_999)) }
    return AxisNumberText(step: (first.upper - first.lower) / 10, largest: largest)
  }
}
