import SafeText

/// Bars lying on their side, one a group, each perhaps cut into parts; names before them, values after them, no axis of numbers.
///
/// The axis starts at zero. Bars of the rest are outlined, set apart and never set the scale.
public struct BarChart: Hashable, Sendable {
  /// One bar.
  public struct Bar: Hashable, Sendable {
    /// Its name, as a log wrote it, or the names of a key of several columns.
    public var names: [ByteString]
    /// Its length, or the lengths of its parts in the order of ``BarChart/series``. A part of a stack is never negative; a bar without
    /// parts may be.
    public var parts: [Double]
    /// The value as a reader sees it, after the bar.
    public var valueText: String
    /// Whether it is everything that the other bars are not.
    public var isRest: Bool
    /// Whether the title is about it: at most one bar of a chart.
    public var isEmphasized: Bool

    /// A bar by its parts.
    public init(label: ByteString, parts: [Double], valueText: String, isRest: Bool = false, isEmphasized: Bool = false) {
      self.init(names: [label], parts: parts, valueText: valueText, isRest: isRest, isEmphasized: isEmphasized)
    }

    /// A bar of a key of several columns.
    public init(names: [ByteString], parts: [Double], valueText: String, isRest: Bool = false, isEmphasized: Bool = false) {
      self.names = names
      self.parts = parts
      self.valueText = valueText
      self.isRest = isRest
      self.isEmphasized = isEmphasized
    }

    /// Its names with commas between.
    public var label: ByteString { ByteString(bytes: Array(names.map(\.bytes).joined(separator: Array(", ".utf8)))) }

    /// The length of all parts together.
    public var total: Double { parts.reduce(0, +) }
  }

  /// The bars, in the order they are drawn; those of the rest last.
  public var bars: [Bar]
  /// Names of the parts, for a legend; empty where bars have one part. At most six: name the last one "other" if there are more.
  public var series: [ByteString]
  /// How much of the page it gets.
  public var width: ChartWidth

  /// A chart of these bars.
  public init(bars: [Bar], series: [ByteString] = [], width: ChartWidth = .full) {
    self.bars = bars
    self.series = series
    self.width = width
  }

  /// The chart as SVG.
  /// - Parameters:
  ///   - id: ids of its parts, unique on the page.
  ///   - title: what is to be seen, in a sentence of at most ten words; empty for none.
  ///   - description: the text alternative, usually ``describe()``.
  public func render(id: ChartIdentity, title: String, description: SafeHTML) -> SafeHTML {
    BarChartDrawing(self, identity: id).render(ChartFrame(identity: id, title: title, description: description))
  }

  /// The text alternative: every bar with its value, and the values of its parts.
  public func describe() -> SafeHTML {
    guard !bars.isEmpty else { return SafeHTML("Bar chart without bars.") }
    let count = bars.count { !$0.isRest }
    let list = bars.map { bar in
      SafeHTML(label: bar.label) + SafeHTML(" ") + SafeHTML(text: bar.valueText) + describeParts(of: bar)
    }
    return SafeHTML("Bar chart, ") + SafeHTML(number: count) + SafeHTML(count == 1 ? " bar: " : " bars: ")
      + list.joined(separator: SafeHTML(", ")) + SafeHTML(".")
  }

  private func describeParts(of bar: Bar) -> SafeHTML {
    guard !series.isEmpty else { return .empty }
    let parts = zip(series, bar.parts).filter { $0.1 != 0 }.map { name, part in
      SafeHTML(label: name) + SafeHTML(" ") + SafeHTML(text: NumberText.decimal(part))
    }
    return parts.isEmpty ? .empty : SafeHTML(" (") + parts.joined(separator: SafeHTML(", ")) + SafeHTML(")")
  }
}
