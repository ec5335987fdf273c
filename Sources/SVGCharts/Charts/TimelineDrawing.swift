import CivilTime
import SafeText

extension TimelineChart {
  /// The axis of time. Before the first interval it leaves room for the numbers at the lines, which would else hide what is drawn there.
  var scale: TimeScale {
    let largest = panels.compactMap { $0.values.max() }.max() ?? 0
    let step = TickStep(0, largest, count: 3, areWhole: largest == largest.rounded())?.value ?? 1
    let number = AxisNumberText(step: step, largest: largest).text((largest / step).rounded(.down) * step)
    let room = TextWidth.of(number, size: TextWidth.tickSize) + 6
    return TimeScale(start, end, inset: min(0.15, room / ChartWidth.narrowest))
  }
}

/// Where the name of a panel stands, at the left edge of a timeline; in px.
struct NameStrip {
  let top: Double
  let bottom: Double
  /// Right end of the name.
  let end: Double
}

/// Lays a timeline out: panels under one another, each with its own zero line, and one axis of time.
struct TimelineDrawing {
  private let chart: TimelineChart
  private let notes: TimelineNotes
  private let scale: TimeScale

  /// Heights in px of a panel's plot, of its name, and of the space above the name.
  private static let tallest = 160.0
  private static let shortest = 40.0
  private static let allPanels = 240.0
  private static let nameHeight = 26.0
  private static let panelGap = 14.0
  /// Height of the words above the first panel that say what is counted.
  private static let unitHeight = 20.0
  /// Space above the uppermost line for its label.
  private static let labelRoom = 14.0
  /// From this height on a panel has three lines, below it two.
  private static let roomForThree = 80.0

  init(_ chart: TimelineChart, notes: TimelineNotes) {
    self.chart = chart
    self.notes = notes
    scale = chart.scale
  }

  func render(_ frame: ChartFrame) -> SafeHTML {
    let largest = chart.panels.map { $0.values.max() ?? 0 }
    let shared = Self.pixels(Self.tallest, for: largest.max() ?? 0, atMost: Self.pixels(Self.allPanels, for: largest.reduce(0, +)))
    var marks: [any Mark] = []
    var washes: [any Mark] = []
    var names: [NameStrip] = []
    var y = notes.height
    for (index, panel) in chart.panels.enumerated() {
      if index > 0 { y += Self.panelGap }
      if !panel.label.bytes.isEmpty {
        y += Self.nameHeight
        let name = FittedLabel(panel.label, room: ChartWidth.narrowest, isBold: true)
        marks.append(TextMark(content: name.content, y: y - Self.nameHeight + 14, style: [.bold, .halo]))
        names.append(NameStrip(top: y - Self.nameHeight, bottom: y - Self.nameHeight + 20, end: name.width))
      }
      if index == 0, largest.contains(where: { $0 > 0 }) {
        y += Self.unitHeight
        marks.append(TextMark(content: SafeHTML(text: chart.countLabel), y: y - 8, style: .quiet))
      }
      y += Self.labelRoom
      let alone = chart.panels.count == 1 ? Self.tallest : 60
      let pixelsPerUnit = chart.sharesScale ? shared : Self.pixels(alone, for: largest[index])
      let height = max(Self.shortest, largest[index] * pixelsPerUnit).rounded(.up)
      washes += gapMarks(top: y, bottom: y + height)
      marks += plot(panel, index: index, top: y, height: height, pixelsPerUnit: pixelsPerUnit)
      y += height
    }
    marks.append(TimeAxisMark(scale: scale, y: y, width: chart.width))
    // Washes lie under the guides, so that an instant can be seen where nothing is known of it.
    marks = washes + notes.guides(bottom: y, around: names) + marks + notes.words
    return frame.render(height: y + TimeAxisMark.height, marks.map(\.markup).joined(separator: SafeHTML("\n")))
  }

  /// Px for each unit so that `largest` is so many px tall; 1 where there is nothing to draw.
  private static func pixels(_ height: Double, for largest: Double, atMost limit: Double = .infinity) -> Double {
    largest > 0 ? min(height / largest, limit) : 1
  }

  private func plot(_ panel: TimelineChart.Panel, index: Int, top: Double, height: Double, pixelsPerUnit: Double) -> [any Mark] {
    let bottom = top + height
    let isWhole = panel.values.allSatisfy { $0 == $0.rounded() }
    let count = height < Self.roomForThree ? 2.0 : 3
    let axis = LinearScale(0, height / pixelsPerUnit)
    let ticks = panel.values.contains { $0 > 0 } ? axis.ticks(count, areWhole: isWhole).filter { $0 > 0 } : []
    let step = TickStep(axis.lower, axis.upper, count: count, areWhole: isWhole)?.value ?? 1
    let writer = AxisNumberText(step: step, largest: axis.upper)
    var marks: [any Mark] = ticks.map { RuleMark(.grid, y: (bottom - $0 * pixelsPerUnit).rounded() + 0.5) }
    marks.append(SpikesMark(heights: panel.values.map { $0 * pixelsPerUnit }, top: top, height: height, series: index, inset: scale.inset))
    marks += ticks.map { tick in
      TextMark(content: SafeHTML(text: writer.text(tick)), y: (bottom - tick * pixelsPerUnit).rounded() - 3.5, style: [.quiet, .halo])
    }
    return marks + axisMarks(bottom)
  }

  /// The zero line, left out where nothing is known.
  private func axisMarks(_ y: Double) -> [any Mark] {
    var start = scale.inset * 100
    var marks: [any Mark] = []
    for gap in visibleGaps {
      if gap.start > start { marks.append(RuleMark(.axis, y: y + 0.5, from: start, to: gap.start)) }
      start = max(start, gap.end)
    }
    if start < 100 { marks.append(RuleMark(.axis, y: y + 0.5, from: start)) }
    return marks
  }

  /// A wash over each gap, with words where they fit and no guide would cross them on a phone.
  private func gapMarks(top: Double, bottom: Double) -> [any Mark] {
    let words = "no data"
    return visibleGaps.flatMap { gap -> [any Mark] in
      let wash = ColumnMark(start: gap.start, width: gap.end - gap.start, y: top, height: bottom - top, fill: .gap)
      let room = (gap.end - gap.start) / 100 * ChartWidth.narrowest
      guard TextWidth.of(words, size: TextWidth.tickSize) + 4 <= room else { return [wash] }
      let middle = Across((gap.start + gap.end) / 2)
      let isCrossed = chart.notes.contains { abs(scale.position($0.time) - middle.percent / 100) * ChartWidth.narrowest < 30 }
      guard !isCrossed else { return [wash] }
      return [wash, TextMark(content: SafeHTML(text: words), x: middle, y: bottom - 6, style: [.quiet, .middle])]
    }
  }

  /// The gaps in per cent of the axis, ascending.
  private var visibleGaps: [(start: Double, end: Double)] {
    chart.gaps.map { gap in (start: max(0, scale.position(gap.start) * 100), end: min(100, scale.position(gap.end) * 100)) }
      .filter { $0.start < $0.end }.sorted { $0.start < $1.start }
  }
}
