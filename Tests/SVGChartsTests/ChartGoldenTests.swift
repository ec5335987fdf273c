import Foundation
import SVGCharts
import SafeText
import Testing

/// Charts against charts that a person has looked at. `LOGBRIEF_RECORD=1` writes them anew; look at them again then.
@Suite struct ChartGoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("References/charts")

  @Test(arguments: [
    ("bar-stacked", ChartSamples.sources), ("bar-twenty", ChartSamples.users), ("bar-hostile", ChartSamples.hostile),
    ("bar-negative", ChartSamples.negative),
  ])
  func bars(_ name: String, _ chart: BarChart) throws {
    try compare(chart.render(id: ChartIdentity(number: 1), title: "A title", description: chart.describe()), with: name)
  }

  @Test(arguments: [
    ("histogram-overflow", ChartSamples.attempts), ("histogram-inside", ChartSamples.inside), ("histogram-many", ChartSamples.many),
    ("histogram-ranges", ChartSamples.ranges),
  ])
  func histograms(_ name: String, _ chart: HistogramChart) throws {
    try compare(chart.render(id: ChartIdentity(number: 2), title: "A title", description: chart.describe()), with: name)
  }

  @Test func timeline() throws {
    let chart = ChartSamples.timeline
    try compare(chart.render(id: ChartIdentity(number: 3), title: "A title", description: chart.describe()), with: "timeline")
  }

  @Test func sparkline() throws {
    try compare(Sparkline(values: [19, 0, 1, 1, 2, 4, 0.25, -3, 0, 5, 2]).render(), with: "sparkline")
  }

  private func compare(_ chart: SafeHTML, with name: String) throws {
    let file = Self.folder.appendingPathComponent(name + ".svg")
    let text = chart.markup + "\n"
    if ProcessInfo.processInfo.environment["LOGBRIEF_RECORD"] == "1" { try Data(text.utf8).write(to: file) }
    let golden = try Data(contentsOf: file)
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    let expected = golden.split(separator: 0x0A, omittingEmptySubsequences: false)
    #expect(lines.count == expected.count)
    for (number, (line, wanted)) in zip(lines, expected).enumerated() where !line.elementsEqual(wanted) {
      Issue.record("\(name):\(number + 1): ‘\(String(decoding: line, as: UTF8.self))’, not ‘\(String(decoding: wanted, as: UTF8.self))’")
    }
  }
}
