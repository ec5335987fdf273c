import SafeText

/// The numbers under the bins of a histogram.
struct HistogramLabels {
  private let chart: HistogramChart
  private let slots: HistogramSlots
  private let baseline: Double

  /// From this many bins on at most every third whole number is labelled.
  private static let mostLabelled = 12

  init(_ chart: HistogramChart, slots: HistogramSlots, baseline: Double) {
    self.chart = chart
    self.slots = slots
    self.baseline = baseline
  }

  var marks: [any Mark] { chart.isOneBinPerInteger ? integers + overflow : edges }

  /// Under each bin its whole number, or under every second, third, fifth … where they would touch.
  private var integers: [any Mark] {
    let texts = chart.bins.map { chart.edgeText.text($0.lower + 0.5) }
    let room = ((texts.map { width($0) }.max() ?? 0) + 4) / slots.narrowestPitch
    let fitting = [1, 2, 3, 5, 10, 20].first { Double($0) >= room } ?? 30
    let step = chart.bins.count > Self.mostLabelled ? max(3, fitting) : fitting
    return chart.bins.indices.filter { isLabelled($0, step: step, room: room) }.map { index in
      TextMark(
        content: SafeHTML(text: texts[index]), x: Across(slots.starts[index] + slots.width / 2), y: baseline, style: [.quiet, .middle])
    }
  }

  /// Bins are labelled at multiples of the step, and the first one if they leave it room.
  private func isLabelled(_ index: Int, step: Int, room: Double) -> Bool {
    guard step > 1 else { return true }
    func isMultiple(_ index: Int) -> Bool { Int(chart.bins[index].lower + 0.5) % step == 0 }
    return isMultiple(index) || index == 0 && !(1..<chart.bins.count).contains { Double($0) < room && isMultiple($0) }
  }

  private var overflow: [any Mark] {
    guard let overflow = chart.overflow, let place = slots.overflow else { return [] }
    let text = chart.edgeText.text(overflow.lower + 0.5) + "+"
    return [TextMark(content: SafeHTML(text: text), x: Across(place.start + place.width / 2), y: baseline, style: [.quiet, .middle])]
  }

  /// Round numbers along the edges, as many as do not touch.
  private var edges: [any Mark] {
    guard let first = chart.bins.first, let last = chart.bins.last, let extent = slots.runs.last?.end else { return [] }
    let axis = LinearScale(first.lower, last.upper)
    let steps = [4.0, 3, 2, 1].compactMap { TickStep(axis.lower, axis.upper, count: $0, areWhole: false) }
    guard let step = steps.first(where: { fits($0, axis, extent) }) ?? steps.last else { return [] }
    let writer = writer(step, axis)
    return step.multiples(from: axis.lower, to: axis.upper).flatMap { tick -> [any Mark] in
      let x = axis.position(tick) * extent
      let anchor: TextMark.Style = x < 4 ? [] : x > extent - 4 ? .end : .middle
      return [
        RuleMark(.tick, x: Across(x), from: HistogramCounts.bottom, to: HistogramCounts.bottom + 4),
        TextMark(content: SafeHTML(text: writer.text(tick)), x: Across(x), y: baseline + 1, style: [.quiet, anchor]),
      ]
    }
  }

  private func fits(_ step: TickStep, _ axis: LinearScale, _ extent: Double) -> Bool {
    let texts = step.multiples(from: axis.lower, to: axis.upper).map { writer(step, axis).text($0) }
    let room = step.value / (axis.upper - axis.lower) * extent / 100 * ChartWidth.narrowest
    return (texts.map { width($0) }.max() ?? 0) + 10 <= room
  }

  private func writer(_ step: TickStep, _ axis: LinearScale) -> AxisNumberText {
    AxisNumberText(step: step.value, largest: max(axis.lower.magnitude, axis.upper.magnitude))
  }

  private func width(_ text: String) -> Double { TextWidth.of(text, size: TextWidth.tickSize) }
}
