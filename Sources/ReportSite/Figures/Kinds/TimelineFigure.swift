import CivilTime
import Diagnostics
import LogQuery
import SafeText
import Statistics
import SVGCharts

/// `timeline`: a measure over time, perhaps one panel for each value of a column, with notes where something happened.
struct TimelineFigure: FigureKind {
  static let name = "timeline"
  static let keys = ["bin", "series", "measure", "notes"]

  private let question: TimelineQuestion
  private let notes: [TimelineNote]
  /// Where mistakes are that show only once the data are known: its ‘bin’, or the whole block.
  private let location: SourceLocation

  init(_ mapping: YAMLMapping, settings: FigureSettings) {
    let bin = mapping.text("bin")
    let measure = mapping.measure("measure", default: .count)
    question = TimelineQuestion(
      filter: settings.filter?.expression, measure: measure, series: mapping.column("series"), width: mapping.binWidth)
    notes = TimelineNote.read(mapping)
    location = bin?.location ?? settings.location
  }

  var queries: [Query] { question.queries }

  func values(from answers: [ResultTable]) -> FigureValues? {
    guard let timeline = try? question.timeline(answers) else { return nil }
    let groups = timeline.values.enumerated().map { index, value in
      FigureValues.Group(keys: [.time(timeline.grid.start(index))], values: [value])
    }
    let known = timeline.values.compactMap(\.number).sorted()
    return FigureValues(
      measures: [timeline.measure.text], groups: groups, totals: [timeline.total], rows: timeline.grid.count,
      samples: SampleList(known.map { WeightedSample(value: $0, weight: 1) }), share: .ofTotal)
  }

  func draw(_ answers: [ResultTable], in context: DrawingContext) -> DrawnFigure {
    let timeline = timeline(answers, context.collector)
    let words = TimelineWords(question, width: timeline?.grid.width)
    guard let timeline else { return Self.nothing(answers[0], subject: words.subject(nil)) }
    let panels = TimelinePanels(timeline)
    if panels.all.contains(where: { $0.values.contains { $0 < 0 } }) {
      context.collector.error("a timeline has no room for values below zero, and ‘\(question.measure.text)’ has some", at: location)
    }
    let chart = TimelineChart(
      start: timeline.grid.start(0), interval: timeline.grid.width, panels: panels.all, countLabel: question.measure.title,
      sharesScale: panels.shareScale,
      gaps: timeline.gaps.map { TimelineChart.Gap(start: timeline.grid.start($0.lowerBound), end: timeline.grid.start($0.upperBound)) },
      notes: notes.compactMap { $0.placed(on: timeline.grid, collector: context.collector) }, width: context.chartWidth)
    let subject = words.subject(timeline) + (panels.shareScale ? "" : ", each panel to its own scale")
    return DrawnFigure(
      subject: subject, reading: timeline.partial.words.map { $0.capitalizedFirst + "." } ?? "",
      sampleSize: timeline.matched, presentation: .chart(context.render(chart, subject: subject)),
      table: TimelineTable(timeline, series: question.series).table, ledger: Self.ledger(timeline))
  }

  /// The timeline; nil, and noted unless there are no rows at all, if there is none to draw.
  private func timeline(_ answers: [ResultTable], _ collector: DiagnosticCollector) -> Timeline? {
    do throws(TimelineProblem) {
      let timeline = try question.timeline(answers)
      if timeline == nil, answers[0].matched > 0 { collector.error("no row has a time that could be read", at: location) }
      return timeline
    } catch {
      collector.error(error.message, at: location)
      return nil
    }
  }

  private static func nothing(_ answer: ResultTable, subject: String) -> DrawnFigure {
    DrawnFigure(
      subject: subject, sampleSize: answer.matched, presentation: .hidden, table: FigureTable(columns: [], rows: []),
      ledger: FigureLedger(parts: [FigureLedger.Part(count: answer.matched, where: "not drawn")], total: answer.matched))
  }

  /// Where every matching row went.
  private static func ledger(_ timeline: Timeline) -> FigureLedger {
    var parts = [
      FigureLedger.Part(count: timeline.placed, where: "in " + NumberText.count(timeline.grid.count, of: "interval"))
    ]
    if timeline.noValue > 0 { parts.append(FigureLedger.Part(count: timeline.noValue, where: "without a time")) }
    return FigureLedger(parts: parts, total: timeline.matched)
  }
}

extension YAMLMapping {
  /// The length under ‘bin’; nil for ‘auto’ and where it is absent or, after a note, is none.
  fileprivate var binWidth: TimeSpan? {
    guard let text = text("bin"), text.text != "auto" else { return nil }
    if let width = TimeSpan(literal: text.text), width.nanoseconds > 0 { return width }
    collector.error("‘bin’ must be a length like 15m, 1h or 1d, or auto, not ‘\(text.text)’", at: text.location)
    return nil
  }
}
