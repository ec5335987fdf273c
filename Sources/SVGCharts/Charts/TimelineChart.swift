import CivilTime
import SafeText

/// Counts over time: one panel a series under one axis, a spike for each interval, letters where something is to be noted.
public struct TimelineChart: Hashable, Sendable {
  /// One series.
  public struct Panel: Hashable, Sendable {
    /// Its name, as a log wrote it; empty for none.
    public var label: ByteString
    /// One value an interval, from the start of the chart, never negative.
    public var values: [Double]
    /// What all intervals are together, which need not be the sum of the values; nil where that is not known or means nothing.
    public var total: Double?

    /// A series by its values.
    public init(label: ByteString, values: [Double], total: Double?) {
      self.label = label
      self.values = values
      self.total = total
    }
  }

  /// Something to be noted at an instant.
  public struct Note: Hashable, Sendable {
    /// When.
    public var time: Timestamp
    /// What is said, in a few words.
    public var text: ByteString

    /// A note at an instant.
    public init(time: Timestamp, text: ByteString) {
      self.time = time
      self.text = text
    }
  }

  /// A stretch that the log says nothing about.
  public struct Gap: Hashable, Sendable {
    /// The last that is known before it.
    public var start: Timestamp
    /// The first that is known after it.
    public var end: Timestamp

    /// A stretch between two instants.
    public init(start: Timestamp, end: Timestamp) {
      self.start = start
      self.end = end
    }
  }

  /// Start of the first interval.
  public var start: Timestamp
  /// Length of every interval.
  public var interval: TimeSpan
  /// The series, at most six, all of one length.
  public var panels: [Panel]
  /// What is counted, in the plural, on the topmost label: `events`.
  public var countLabel: String
  /// Whether a unit is equally tall in all panels; if not, say so beside the chart.
  public var sharesScale: Bool
  /// Stretches without data: neither line nor zero is drawn there.
  public var gaps: [Gap]
  /// Notes, lettered A, B, C … in this order; at most 26.
  public var notes: [Note]
  /// How much of the page it gets.
  public var width: ChartWidth

  /// A chart of these series.
  public init(
    start: Timestamp, interval: TimeSpan, panels: [Panel], countLabel: String, sharesScale: Bool = true, gaps: [Gap] = [],
    notes: [Note] = [], width: ChartWidth = .full
  ) {
    self.start = start
    self.interval = interval
    self.panels = panels
    self.countLabel = countLabel
    self.sharesScale = sharesScale
    self.gaps = gaps
    self.notes = Array(notes.prefix(26))
    self.width = width
  }

  /// The chart as SVG, and under it a list of its notes: for narrow screens, or for all where the plot has no room for their words.
  /// - Parameters:
  ///   - id: ids of its parts, unique on the page.
  ///   - title: what is to be seen, in a sentence of at most ten words; empty for none.
  ///   - description: the text alternative, usually ``describe()``.
  public func render(id: ChartIdentity, title: String, description: SafeHTML) -> SafeHTML {
    let layout = TimelineNotes(self)
    let chart = TimelineDrawing(self, notes: layout).render(ChartFrame(identity: id, title: title, description: description))
    return chart + layout.list
  }

  /// The text alternative: for each series its total and its peak, then the gaps and the notes.
  public func describe() -> SafeHTML {
    var sentences = [
      SafeHTML(text: "\(countLabel) from \(NumberText.time(start)) to \(NumberText.time(end)) UTC, every \(NumberText.duration(interval))")
    ]
    sentences += panels.map { panel in
      let peak = panel.values.enumerated().max { $0.element < $1.element }
      let total = panel.total.map { "\(NumberText.decimal($0)) in all" }
      let most = peak.map { "at most \(NumberText.decimal($0.element)) from \(NumberText.time(time(ofInterval: $0.offset)))" }
      return SafeHTML(label: panel.label) + SafeHTML(text: " " + [total, most].compactMap(\.self).joined(separator: ", "))
    }
    sentences += gaps.map { SafeHTML(text: "No data from \(NumberText.time($0.start)) to \(NumberText.time($0.end))") }
    sentences += notes.enumerated().map { index, note in
      SafeHTML(text: "\(Self.letter(index)), \(NumberText.time(note.time)): ") + SafeHTML(label: note.text)
    }
    return sentences.joined(separator: SafeHTML(". ")) + SafeHTML(".")
  }

  /// End of the last interval.
  var end: Timestamp { time(ofInterval: panels.map(\.values.count).max() ?? 0) }

  /// The letter of a note, by its position from 0.
  static func letter(_ index: Int) -> String { String(Unicode.Scalar(UInt8(0x41 + index % 26))) }

  private func time(ofInterval index: Int) -> Timestamp { start + TimeSpan(nanoseconds: interval.nanoseconds * Int64(index)) }
}
