import LogQuery
import SafeText
import SVGCharts

/// The panels of a timeline: one a series under one axis, which beats a stack where marks are as thin as intervals are.
struct TimelinePanels {
  /// All panels, from the top.
  let all: [TimelineChart.Panel]

  /// The largest peak may be this many times the smallest before panels get a scale of their own.
  private static let mostUnequal = 20.0

  init(_ timeline: Timeline) {
    func panel(_ label: ByteString, _ values: [Value], total: Value) -> TimelineChart.Panel {
      TimelineChart.Panel(label: label, values: values.map { $0.number ?? 0 }, total: timeline.measure.isCounted ? total.number : nil)
    }
    guard !timeline.series.isEmpty else {
      all = [panel("", timeline.values, total: timeline.total)]
      return
    }
    let other = timeline.other.map { panel(Self.otherLabel(timeline), $0.values, total: $0.total) }
    all = timeline.series.map { panel(FigureText.label($0.key), $0.values, total: $0.total) } + [other].compactMap(\.self)
  }

  /// Whether a unit is equally tall in all panels: unless the smallest peak would then be but a line.
  var shareScale: Bool {
    let peaks = all.compactMap { $0.values.max() }.filter { $0 > 0 }
    return (peaks.max() ?? 0) <= Self.mostUnequal * (peaks.min() ?? 0)
  }

  /// `other (12)`.
  static func otherLabel(_ timeline: Timeline) -> ByteString { ByteString("other (\(NumberText.count(timeline.otherCount)))") }
}
