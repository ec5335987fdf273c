import Diagnostics
import LogQuery
import LogRecords

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
    for (figure, tables) in zip(loaded.figures, answers) { Self.warn(of: tables, figure, collector) }
    for (figure, tables) in zip(loaded.figures, answers) where figure.kind.queriesRows && !figure.settings.allowsEmpty {
      if let table = tables.first, table.matched == 0 {
        collector.error(
          "‘\(figure.settings.id)’ counts no rows: silence is not evidence; write ‘allow_empty: true’ if nothing is the answer",
          at: figure.settings.location)
      }
    }
  }

  /// Notes, each once, what a figure asks for that its rows do not have; that no row has a time is for a timeline to say.
  private static func warn(of tables: [ResultTable], _ figure: PlannedFigure, _ collector: DiagnosticCollector) {
    var said: Set<String> = []
    for table in tables where !(table.noValue == table.matched && table.query.groups.contains(where: \.isTime)) {
      let columns = (table.query.measures.compactMap(\.column) + table.query.groups.map(\.column)).lazy
      let location = columns.compactMap { figure.mapping.location(naming: $0) }.first ?? figure.settings.location
      for warning in table.warnings where said.insert(warning).inserted {
        collector.warn("‘\(figure.settings.id)’: \(warning)", at: location)
      }
    }
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

  /// The columns of a source.
  func columns(of source: String) -> [Column] { sources.first { $0.configuration.name == source }?.columns ?? [] }

  /// Whether a figure counts simulated rows; one that reads only results counts those of all sources.
  func isSimulated(_ source: String) -> Bool {
    sources.contains { $0.configuration.isSimulated && (source.isEmpty || $0.configuration.name == source) }
  }
}

extension FigureKind {
  /// Whether it asks anything of its source.
  var queriesRows: Bool { !queries.isEmpty }
}
