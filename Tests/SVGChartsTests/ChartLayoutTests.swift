import CivilTime
import SafeText
import Testing

@testable import SVGCharts

/// What must hold of every chart, whatever the log: it fits a phone, and nothing a log wrote becomes markup.
@Suite struct ChartLayoutTests {
  private static let narrowest = 288.0

  @Test func barChartsFitTheNarrowestScreen() throws {
    var random = FixedRandom(state: 7)
    for _ in 0..<60 {
      let count = random.next(in: 1...25)
      let series = random.next(in: 1...6)
      let bars = (0..<count).map { _ in
        let parts = (0..<series).map { _ in Double(random.next(in: 0...random.next(in: 1...1_000_000))) }
        return BarChart.Bar(
          label: random.text(upTo: 60), parts: parts, valueText: NumberText.count(Int(parts.reduce(0, +))),
          isEmphasized: random.next(in: 0...9) == 0)
      }
      let names = (0..<series).map { _ in random.text(upTo: 40) }
      let chart = BarChart(bars: bars, series: series == 1 ? [] : names)
      let texts = SVGText.all(in: chart.render(id: ChartIdentity(number: 1), title: "", description: .empty).markup)
      #expect(texts.count { !$0.isWide } == count * 2 + (series == 1 ? 0 : series))
      for text in texts {
        let width = text.isWide ? 608 : Self.narrowest
        #expect(text.end(at: width) <= width * (text.isWide ? 0.4 : 1) + 0.5, "\(text)")
      }
    }
  }

  @Test(arguments: [ChartWidth.full, .half])
  func longNamesStayDifferent(_ width: ChartWidth) {
    let names = (0..<6).map { "pam_unix(sshd:session): session opened for user number \($0) by somebody with uid=0" }
    let files = ["/usr/bin/vim /etc/metricbeat/metricbeat.yml", "/usr/bin/vim /etc/filebeat/filebeat.yml"]
    let bars = (names + files).map { BarChart.Bar(label: ByteString($0), parts: [1], valueText: "1") }
    let markup = BarChart(bars: bars, width: width).render(id: ChartIdentity(number: 1), title: "", description: .empty).markup
    let texts = SVGText.all(in: markup).filter { $0.text != "1" }
    #expect(Set(texts.filter(\.isWide).map(\.text)).count == (width == .full ? 8 : 0))
    #expect(Set(texts.filter { !$0.isWide }.map(\.text)).count == 8)
    for name in names + files { #expect(markup.contains("<title>\(name)</title>")) }
  }

  /// A name that loses its beginning on a phone still stands whole where there is room.
  @Test func aNameIsShortenedOnlyWhereItMustBe() {
    let names: [ByteString] = ["/usr/bin/vim /etc/filebeat/filebeat.yml", "/usr/bin/vim filebeat.yml"]
    let chart = BarChart(bars: names.map { BarChart.Bar(label: $0, parts: [1], valueText: "1") })
    let markup = chart.render(id: ChartIdentity(number: 1), title: "", description: .empty).markup
    #expect(SVGText.all(in: markup).filter(\.isWide).last?.text == "/usr/bin/vim filebeat.yml")
    #expect(markup.contains("…filebeat.yml<title>/usr/bin/vim filebeat.yml</title>"))
  }

  @Test func everyColumnOfAKeyIsSeen() {
    let names: [ByteString] = ["a long name of an action", "outcome", "another long name of a user"]
    #expect(FittedLabel(names, room: 150).content.markup == "a l…on, ou…e, ano…er")
    #expect(FittedLabel(["a", "b"], room: 150).content.markup == "a, b")
  }

  @Test(arguments: [ChartSamples.attempts])
  func countsOnTopDoNotTouch(_ chart: HistogramChart) {
    let markup = chart.render(id: ChartIdentity(number: 1), title: "", description: .empty).markup
    #expect(!markup.contains("class=\"grid\""))
    #expect(SVGText.all(in: markup).count { !$0.isQuiet } == chart.bins.count { $0.count > 0 } + (chart.overflow == nil ? 0 : 1))
  }

  @Test func countsThatWouldTouchGiveWayToAGrid() {
    let markup = ChartSamples.many.render(id: ChartIdentity(number: 1), title: "", description: .empty).markup
    #expect(markup.contains("class=\"grid\""))
    #expect(SVGText.all(in: markup).allSatisfy { $0.isQuiet })
    #expect(markup.contains(">3,000 clients<"))
  }

  @Test func labelsAreNeverMarkup() {
    let attack: ByteString = "\"><script>alert(1)</script>\u{202E}"
    let bars = BarChart(
      bars: [BarChart.Bar(label: attack, parts: [1, 2], valueText: attack.visible)], series: [attack, attack])
    let histogram = HistogramChart(
      bins: [HistogramChart.Bin(lower: 0, upper: 1, count: 1)], isOneBinPerInteger: false, valueLabel: attack.visible,
      countLabel: attack.visible)
    for markup in [
      bars.render(id: ChartIdentity(number: 1), title: attack.visible, description: bars.describe()).markup,
      histogram.render(id: ChartIdentity(number: 1), title: attack.visible, description: histogram.describe()).markup,
    ] {
      #expect(!markup.contains("<script"))
      #expect(!markup.unicodeScalars.contains("\u{202E}"))
      #expect(!markup.contains(" style="))
    }
  }

  @Test func emptyChartsAreCharts() {
    let bars = BarChart(bars: [])
    #expect(bars.render(id: ChartIdentity(number: 1), title: "", description: bars.describe()).markup.contains("Bar chart without bars."))
    let histogram = HistogramChart(bins: [], isOneBinPerInteger: false, valueLabel: "x", countLabel: "rows")
    let markup = histogram.render(id: ChartIdentity(number: 1), title: "", description: histogram.describe()).markup
    #expect(markup.contains("Histogram without samples."))
    #expect(!markup.contains("class=\"grid\""))
  }

  @Test func theFrameNamesTheChart() {
    let markup = ChartSamples.users.render(id: ChartIdentity(number: 12), title: "Who & what", description: SafeHTML("Words.")).markup
    #expect(
      markup.hasPrefix(
        """
        <svg class="chart" width="100%" height="401" role="img" aria-labelledby="f12-n f12-d"><title id="f12-n">Who &amp; what</title>
        <desc id="f12-d">Words.</desc>
        <rect class="bg" width="100%" height="100%" fill="none"/>
        """))
    #expect(!markup.contains("viewBox"))
  }

  @Test func descriptionsGiveTheNumbers() {
    #expect(
      ChartSamples.negative.describe().markup == "Bar chart, 3 bars: up 12, down -4.5, far down -9.")
    #expect(ChartSamples.sources.describe().markup.contains("198.51.100.113 36 (existing account 24, unknown account 12)"))
    #expect(ChartSamples.sources.describe().markup.hasSuffix("other (95) 572 (existing account 344, unknown account 228)."))
    #expect(
      ChartSamples.attempts.describe().markup
        == "Histogram of 105 sources by failed attempts per source: 1 with 1, 1 with 3, 1 with 4, 89 with 6, 2 with 9, 3 with 12, "
        + "2 with 15, 6 with 16 or more.")
    #expect(ChartSamples.timeline.describe().markup.contains("Failed, unknown account 319 in all, at most 43 from 6 Apr 2017 20:00"))
  }

  @Test func theRestNeverSetsTheScale() {
    let bars = [BarChart.Bar(label: "a", parts: [10], valueText: "10"), BarChart.Bar(label: "b", parts: [5], valueText: "5")]
    let rest = BarChart.Bar(label: "b", parts: [1_000_000], valueText: "10", isRest: true)
    func widths(_ chart: BarChart) -> [Substring] {
      chart.render(id: ChartIdentity(number: 1), title: "", description: .empty).markup.split(separator: "width=\"").dropFirst(3).map {
        $0.prefix { $0 != "\"" }
      }
    }
    #expect(widths(BarChart(bars: bars + [rest])).first == widths(BarChart(bars: bars + [bars[0]])).first)
  }

  /// The words of notes close together stand in rows, those near the end to the left of their guides.
  @Test func fewNotesStandInThePlot() {
    var chart = ChartSamples.timeline
    chart.notes = [300, 305, 590].map {
      TimelineChart.Note(time: chart.start + TimeSpan(nanoseconds: $0 * 3_600_000_000_000), text: "a note of some length")
    }
    let markup = chart.render(id: ChartIdentity(number: 1), title: "", description: .empty).markup
    #expect(markup.contains("<ul class=\"keyed k\">"))
    let words = SVGText.all(in: markup).filter { $0.text == "a note of some length" }
    #expect(words.map(\.isWide) == [true, true, true])
    #expect(words.map { $0.pixels > 0 } == [true, true, false])
    chart.notes += chart.notes
    #expect(chart.render(id: ChartIdentity(number: 1), title: "", description: .empty).markup.contains("<ul class=\"keyed\">"))
  }

  @Test func aTickNearTheEndHasItsLabelOnWideScreens() {
    var chart = ChartSamples.timeline
    chart.panels = [TimelineChart.Panel(label: "", values: Array(repeating: 1, count: 24 * 25), total: nil)]
    let labels = SVGText.all(in: chart.render(id: ChartIdentity(number: 1), title: "", description: .empty).markup)
    #expect(labels.filter(\.isWide).map(\.text).contains("17 Apr"))
  }
}
