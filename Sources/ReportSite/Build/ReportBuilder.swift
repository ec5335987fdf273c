import CivilTime
import Diagnostics
import LogCollectors
import LogQuery
import LogRecords
import SafeText

/// Builds one report: a straight line of steps, each of which hands a value to the next.
public struct ReportBuilder {
  let options: BuildOptions
  /// Told of each step as it begins.
  let progress: (BuildStep) -> Void
  /// Told now and then how far a scan has come, from any thread.
  let scanProgress: @Sendable (ScanProgress) -> Void
  let onSpill: @Sendable (Int) -> Void

  /// A builder; progress is for a terminal and changes nothing.
  public init(
    options: BuildOptions, progress: @escaping (BuildStep) -> Void = { _ in },
    scanProgress: @escaping @Sendable (ScanProgress) -> Void = { _ in }, onSpill: @escaping @Sendable (Int) -> Void = { _ in }
  ) {
    self.options = options
    self.progress = progress
    self.scanProgress = scanProgress
    self.onSpill = onSpill
  }

  /// Builds the report at a path in memory: nothing is written.
  ///
  /// - Parameter siteFolder: the folder of the site it is part of, whose templates and assets it shares.
  /// - Throws: everything wrong with its text, its data or its ledger. A false claim is no such thing: see ``BuiltReport/failedClaims``.
  public func build(_ path: String, siteFolder: String? = nil) throws(DiagnosticList) -> BuiltReport {
    let collector = DiagnosticCollector()

    progress(.loadReport)
    let location = try ReportLocation(path: path, siteFolder: siteFolder)
    let templates = try collector.require { () throws(DiagnosticList) in
      try TemplateSet(folders: location.overrideFolders)
    }
    progress(.readPages)
    let loaded = try LoadedReport(location, allowsOutside: options.allowsOutside, collector: collector)

    progress(.planQueries)
    let sources = loaded.configuration.sources.compactMap {
      ReportSource($0, in: location, options: options, onProgress: scanProgress, onSpill: onSpill, collector: collector)
    }
    let byName = Dictionary(sources.map { ($0.configuration.name, $0) }, uniquingKeysWith: { first, _ in first })
    let plan = QueryPlan(
      figures: loaded.figures, sources: byName, expressions: loaded.resultExpressions.map(\.expression), collector: collector)
    if options.isStrict { loaded.warnOfBareFigures(collector) }
    try collector.throwErrors()

    progress(.scanSources)
    let scanned = try ScannedReport(loaded, sources: sources, plan: plan, collector: collector)
    try collector.throwErrors()

    progress(.drawFigures)
    let drawn = DrawnReport(loaded, scanned, allowsOutside: options.allowsOutside, collector: collector)
    let ledger = try self.ledger(scanned, drawn)
    try collector.throwErrors()

    let failed = drawn.claims.compactMap(\.diagnostic)

    progress(.renderReport)
    let rendered = RenderedReport(loaded, scanned, drawn, ledger: ledger, folder: location.folderName, templates: templates)
    return BuiltReport(
      loaded: loaded, scanned: scanned, drawn: drawn, rendered: rendered, templates: templates, options: options, warnings: collector.list,
      failedClaims: DiagnosticList(failed))
  }

  /// Every row in its place, or a bug: numbers that do not add up are never shown.
  private func ledger(_ scanned: ScannedReport, _ drawn: DrawnReport) throws(DiagnosticList) -> RowsLedger {
    var ledger = RowsLedger()
    for source in scanned.sources {
      ledger.add(source: source.configuration.name, report: source.report, counted: source.activity.counted)
    }
    for figure in drawn.figures {
      if let lines = figure.drawn.ledger { ledger.add(figure: figure.label, lines) }
    }
    let broken = ledger.lines.filter { !$0.isBalanced }
    guard broken.isEmpty else {
      throw DiagnosticList(
        broken.map { Diagnostic(.error, .bug, "the rows do not add up: \($0.label): \($0.sum) is not \($0.total); please report this") })
    }
    return ledger
  }
}
