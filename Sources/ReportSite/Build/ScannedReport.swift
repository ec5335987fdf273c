import Diagnostics
import LogQuery
import LogRecords
import SafeText

/// The answers to all of a report's questions.
struct ScannedReport {
  /// What one source said.
  struct Source {
    let configuration: SourceConfiguration
    let paths: [String]
    let columns: [Column]
    let report: ScanReport
    let activity: SourceActivity
  }

  /// The sources in the order of the configuration.
  let sources: [Source]
  /// The answers of each figure, by its position; empty for one that asks nothing.
  let answers: [[ResultTable]]
  /// The raw rows of each figure that shows some, by its position.
  let records: [Int: [Record]]

  /// Runs the plan: each source is read once for all figures, then the evidence rows are fetched.
  init(
    _ loaded: LoadedReport, sources opened: [ReportSource], plan: QueryPlan, collector: DiagnosticCollector
  ) throws(DiagnosticList) {
    var sources: [Source] = []
    var answers = Array(repeating: [ResultTable](), count: loaded.figures.count)
    var records: [Int: [Record]] = [:]
    for source in opened {
      let name = source.configuration.name
      guard let planned = plan.sources[name] else { continue }
      let (tables, report) = try source.engine.run(planned.queries)
      let activity = SourceActivity(tables[0])
      sources.append(
        Source(
          configuration: source.configuration, paths: source.paths, columns: source.columns, report: report, activity: activity))
      guard tables.allSatisfy(\.ledgerBalances) else {
        throw DiagnosticList([Diagnostic(.error, .bug, "the rows of ‘\(name)’ do not add up; please report this")])
      }
      let figures = planned.figures.sorted { $0.key < $1.key }
      for (figure, range) in figures { answers[figure] = Array(tables[range]) }
      let references = figures.map { figure, _ in (figure, answers[figure].flatMap(\.references)) }.filter { !$0.1.isEmpty }
      var fetched = references.isEmpty ? [][...] : try source.engine.rows(references.flatMap(\.1))[...]
      for (figure, wanted) in references {
        records[figure] = Array(fetched.prefix(wanted.count))
        fetched = fetched.dropFirst(wanted.count)
      }
    }
    self.sources = sources
    self.answers = answers
    self.records = records
    for (figure, tables) in zip(loaded.figures, answers) { check(tables, figure, collector) }
  }

  /// Notes what a figure asks for that its rows do not have: an error where that leaves nothing to show.
  private func check(_ tables: [ResultTable], _ figure: PlannedFigure, _ collector: DiagnosticCollector) {
    let id = figure.settings.id
    let advice = "write ‘allow_empty: true’ if nothing is the answer"
    if let table = tables.first, table.matched == 0, !figure.settings.allowsEmpty {
      let reason = sources.first { $0.configuration.name == figure.settings.source }.flatMap(Self.outsideSentence)
      collector.error(
        "‘\(id)’ counts no rows: " + (reason ?? "silence is not evidence") + "; " + advice, at: figure.settings.location)
    }
    let isFatal = !figure.settings.allowsEmpty && figure.kind.hasNoValues(tables)
    var said: Set<String> = []
    // That no row has a time is for a timeline to say.
    for table in tables where !(table.noValue == table.matched && table.query.groups.contains(where: \.isTime)) {
      let columns = (table.query.measures.compactMap(\.column) + table.query.groups.map(\.column)).lazy
      let location = columns.compactMap { figure.mapping.location(naming: $0) }.first ?? figure.settings.location
      for warning in table.warnings where said.insert(warning).inserted {
        if isFatal {
          collector.error("‘\(id)’ has nothing to show: \(warning); \(advice)", at: location)
        } else {
          collector.warn("‘\(id)’: \(warning)", at: location)
        }
      }
    }
  }

  /// That the period leaves out every row of a source; nil where it does not.
  private static func outsideSentence(_ source: Source) -> String? {
    let outside = source.report.outsidePeriod
    guard outside > 0, source.report.countedRecords == 0 else { return nil }
    let name = source.configuration.name
    return outside == 1
      ? "the one row of ‘\(name)’ lies outside the period" : "all \(NumberText.count(outside)) rows of ‘\(name)’ lie outside the period"
  }

  /// What the expressions over results may name.
  func scope(_ figures: [PlannedFigure]) -> ReportScope {
    var scope = ReportScope(figures: [:], sources: [:])
    for (figure, tables) in zip(figures, answers) {
      scope.figures[figure.settings.id] = .some(figure.kind.values(from: tables))
    }
    for source in sources { scope.sources[source.configuration.name] = source.report }
    return scope
  }

  /// Names of the files of a source, in the order read.
  func files(of source: String) -> [String] {
    sources.first { $0.configuration.name == source }?.report.files.map(\.name) ?? []
  }

  /// The columns of a source.
  func columns(of source: String) -> [Column] { sources.first { $0.configuration.name == source }?.columns ?? [] }

  /// Whether a figure counts simulated rows; one that reads only results counts those of all sources.
  func isSimulated(_ source: String) -> Bool {
    sources.contains { $0.configuration.isSimulated && (source.isEmpty || $0.configuration.name == source) }
  }
}
