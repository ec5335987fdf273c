import CivilTime
import SafeText

/// An axis of time under a chart: a long tick and a label at the start of each interval, short ticks between, and below them the
/// dates that the axis spans, in UTC.
struct TimeAxisMark: Mark {
  let scale: TimeScale
  /// Where the line of the axis is, in px from the top.
  let y: Double
  /// How much of the page the chart gets.
  var width = ChartWidth.full

  /// Height it takes below its line.
  static let height = 42.0

  private static let labelOffset = 5.0
  private static let mostMinorTicks = 48.0

  var markup: SafeHTML {
    let major = step
    let ticks = major.starts(from: scale.start, to: scale.end)
    var marks: [any Mark] = ticks.flatMap { time -> [any Mark] in
      let percent = scale.position(time) * 100
      let text = major.label(time)
      let rule = RuleMark(.tick, x: Across(percent), from: y, to: y + 18)
      func fits(_ room: Double) -> Bool { percent / 100 * room + Self.labelOffset + width(of: text) <= room }
      guard fits(width.leastWide) else { return [rule] }
      // A label near the end may fit only where the chart is wide.
      let style: TextMark.Style = fits(ChartWidth.narrowest) ? .quiet : [.quiet, .wide]
      let label = TextMark(content: SafeHTML(text: text), x: Across(percent, pixels: Self.labelOffset), y: y + 17, style: style)
      return [rule, label]
    }
    if let minor = scale.minorStep(under: major, most: Self.mostMinorTicks) {
      let labelled = Set(ticks)
      marks += minor.starts(from: scale.start, to: scale.end).filter { !labelled.contains($0) }.map {
        RuleMark(.tick, x: Across(scale.position($0) * 100), from: y, to: y + 4)
      }
    }
    marks.append(TextMark(content: SafeHTML(text: TimeSpanText.dates(from: scale.start, to: scale.end)), y: y + 37, style: .quiet))
    return marks.map(\.markup).joined(separator: SafeHTML("\n"))
  }

  /// The finest step whose labels do not touch on a phone.
  private var step: TimeStep {
    let steps = [6.0, 5, 4, 3, 2].map { scale.step($0) }
    return steps.first { step in
      let widest = step.starts(from: scale.start, to: scale.end).map { width(of: step.label($0)) }.max() ?? 0
      return widest + 2 * Self.labelOffset <= step.length / scale.length * ChartWidth.narrowest
    } ?? scale.step(1)
  }

  private func width(of text: String) -> Double { TextWidth.of(text, size: TextWidth.tickSize) }
}
