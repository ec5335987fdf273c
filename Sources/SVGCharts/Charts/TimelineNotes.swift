import SafeText

/// Finds room for the notes of a timeline: letters in the plot always, their words beside them only where they fit.
struct TimelineNotes {
  private let chart: TimelineChart
  private let scale: TimeScale
  /// Whether the words stand in the plot on wide screens.
  let areInPlot: Bool
  /// For each note the row of its letter from the top of the chart, so that letters close together do not hide one another.
  private let rows: [Int]

  /// A chart's width in px where the style sheet starts to show words in the plot.
  private static let wide = 608.0
  private static let letterRoom = 18.0
  private static let letterOffset = 8.0
  private static let textOffset = 24.0
  private static let rowHeight = 16.0

  init(_ chart: TimelineChart) {
    self.chart = chart
    let scale = chart.scale
    self.scale = scale
    let places = chart.notes.map { scale.position($0.time) }
    var rows: [Int] = []
    for index in chart.notes.indices {
      let taken = Set(
        (0..<index).filter { abs(places[$0] - places[index]) * ChartWidth.narrowest < Self.letterRoom }.map { rows[$0] })
      rows.append((0...index).first { !taken.contains($0) } ?? 0)
    }
    self.rows = rows
    areInPlot = chart.notes.indices.allSatisfy { index in
      let start = places[index] * Self.wide + Self.textOffset
      let end = start + TextWidth.of(chart.notes[index].text.visible)
      let isAlone = chart.notes.indices.allSatisfy { other in
        other == index || places[other] < places[index] || places[other] * Self.wide > end + 8
      }
      return end <= Self.wide && isAlone && rows[index] == 0
    }
  }

  /// Height in px that the letters take above all panels.
  var height: Double { rows.max().map { Double($0 + 1) * Self.rowHeight } ?? 0 }

  /// The letters in rows from the top of the chart, with guides down through all panels to the axis and perhaps their words: what happened at
  /// an instant belongs to no series.
  func marks(bottom: Double) -> [any Mark] {
    chart.notes.indices.flatMap { index -> [any Mark] in
      let percent = scale.position(chart.notes[index].time) * 100
      let isAtEnd = percent > 93
      let y = 11 + Double(rows[index]) * Self.rowHeight
      let letter = TextMark(
        content: SafeHTML(text: TimelineChart.letter(index)),
        x: Across(percent, pixels: isAtEnd ? -Self.letterOffset : Self.letterOffset), y: y,
        style: isAtEnd ? [.bold, .end, .halo] : [.bold, .halo])
      let guide = RuleMark(.guide, x: Across(percent), from: 0, to: bottom)
      guard areInPlot else { return [guide, letter] }
      let words = TextMark(
        content: SafeHTML(label: chart.notes[index].text), x: Across(percent, pixels: Self.textOffset), y: y, style: [.halo, .wide])
      return [guide, letter, words]
    }
  }

  /// The notes as a list under the chart, hidden on wide screens where the plot holds them.
  var list: SafeHTML {
    guard !chart.notes.isEmpty else { return .empty }
    let items = chart.notes.enumerated().map { index, note in
      SafeHTML.element(
        "li", [],
        .element("b", [], SafeHTML(text: TimelineChart.letter(index))) + SafeHTML(text: " \(NumberText.time(note.time)) ")
          + SafeHTML(value: note.text))
    }
    return SafeHTML("\n") + .element("ul", [Attribute("class", areInPlot ? "keyed k" : "keyed")], items.joined())
  }
}
