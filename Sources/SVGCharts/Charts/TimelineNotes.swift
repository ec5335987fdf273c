import SafeText

/// Finds room for the notes of a timeline: letters in the plot always, their words beside them only where they fit.
struct TimelineNotes {
  private let chart: TimelineChart
  private let scale: TimeScale
  /// Whether the words stand in the plot on wide screens.
  let areInPlot: Bool
  /// For each note the row of its letter from the top of the chart, and whether it stands to the left of its guide.
  private let places: [(row: Int, isToTheLeft: Bool)]

  /// With more notes than this their words stand under the chart.
  private static let mostInPlot = 4
  private static let letterRoom = 18.0
  private static let letterOffset = 8.0
  private static let textOffset = 24.0
  private static let rowHeight = 16.0
  /// Free space between the words of one note and the letter of the next.
  private static let wordGap = 12.0
  /// A guide keeps this far from the name of a panel.
  private static let nameGap = 8.0

  init(_ chart: TimelineChart) {
    self.chart = chart
    let scale = chart.scale
    self.scale = scale
    let wide = chart.width.leastWide
    let shares = chart.notes.map { scale.position($0.time) }
    let lengths = chart.notes.map { Self.textOffset + TextWidth.of($0.text.visible) }
    let fitsRight = zip(shares, lengths).map { $0 * wide + $1 <= wide }
    let fitsLeft = zip(shares, lengths).map { $0 * wide >= $1 }
    let areInPlot = chart.notes.count <= Self.mostInPlot && zip(fitsRight, fitsLeft).allSatisfy { $0 || $1 }
    self.areInPlot = areInPlot
    // The letters must not hide one another on a phone, and the words not on a wide screen.
    var places: [(row: Int, isToTheLeft: Bool)] = []
    var spans: [ClosedRange<Double>] = []
    for index in chart.notes.indices {
      let isToTheLeft = areInPlot ? !fitsRight[index] : shares[index] > 0.93
      let place = shares[index] * wide
      let length = (areInPlot ? lengths[index] : Self.textOffset) + Self.wordGap
      let span = isToTheLeft ? place - length...place : place...place + length
      let taken = Set(
        (0..<index).filter {
          abs(shares[$0] - shares[index]) * ChartWidth.narrowest < Self.letterRoom || areInPlot && spans[$0].overlaps(span)
        }.map { places[$0].row })
      spans.append(span)
      places.append(((0...index).first { !taken.contains($0) } ?? 0, isToTheLeft))
    }
    self.places = places
  }

  /// Height in px that the letters take above all panels.
  var height: Double { places.map(\.row).max().map { Double($0 + 1) * Self.rowHeight } ?? 0 }

  /// A guide from each letter down through all panels to the axis: what happened at an instant belongs to no series. It is interrupted
  /// where it would touch the name of a panel on some screen.
  func guides(bottom: Double, around names: [NameStrip]) -> [any Mark] {
    zip(chart.notes, places).flatMap { note, place -> [any Mark] in
      let share = scale.position(note.time)
      var top = Double(place.row) * Self.rowHeight
      var marks: [any Mark] = []
      for name in names where share * ChartWidth.narrowest < name.end + Self.nameGap {
        marks.append(RuleMark(.guide, x: Across(share * 100), from: top, to: name.top))
        top = name.bottom
      }
      return marks + [RuleMark(.guide, x: Across(share * 100), from: top, to: bottom)]
    }
  }

  /// The letters in rows from the top of the chart, perhaps with their words.
  var words: [any Mark] {
    chart.notes.indices.flatMap { index -> [any Mark] in
      let percent = scale.position(chart.notes[index].time) * 100
      let place = places[index]
      let y = 11 + Double(place.row) * Self.rowHeight
      let side: TextMark.Style = place.isToTheLeft ? [.end, .halo] : .halo
      func mark(_ content: SafeHTML, _ offset: Double, _ style: TextMark.Style) -> TextMark {
        TextMark(content: content, x: Across(percent, pixels: place.isToTheLeft ? -offset : offset), y: y, style: side.union(style))
      }
      let letter = mark(SafeHTML(text: TimelineChart.letter(index)), Self.letterOffset, .bold)
      return [letter] + (areInPlot ? [mark(SafeHTML(label: chart.notes[index].text), Self.textOffset, .wide)] : [])
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
