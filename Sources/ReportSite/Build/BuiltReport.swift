import Diagnostics
import LogRecords
import SafeText

/// A finished report in memory.
public struct BuiltReport: Sendable {
  /// `index.html` and `data/…`, ready to be sealed with ``manifest``.
  public let files: [OutputFile]
  /// What it was made of.
  public let manifest: Manifest
  /// Warnings, which fail a strict build.
  public let warnings: DiagnosticList
  /// A diagnostic for each claim that does not hold.
  public let failedClaims: DiagnosticList
  /// What an index says of it.
  public let entry: SiteIndexDocument.Entry
  /// Number of rows counted.
  public let rows: Int
  /// All that it was made from, as paths to open: no output may replace them.
  public let inputPaths: [String]

  init(
    loaded: LoadedReport, scanned: ScannedReport, drawn: DrawnReport, rendered: RenderedReport, templates: TemplateSet,
    options: BuildOptions,
    warnings: DiagnosticList, failedClaims: DiagnosticList
  ) {
    let html = Array(rendered.html.utf8)
    files = [OutputFile(path: "index.html", bytes: html)] + drawn.figures.flatMap(Self.tables)
    var manifest = Manifest(toolVersion: ToolVersion.current)
    manifest.arguments = options.contentArguments
    manifest.date = options.date
    manifest.inputs = (loaded.authoredFiles + drawn.images + templates.overrides).map {
      Manifest.Input(path: $0.name, bytes: Int64($0.size), sha256: $0.sha256)
    }
    for source in scanned.sources {
      for file in source.report.files {
        let log = Manifest.Log(
          source: source.configuration.name, format: file.format, rows: file.tally.records, rejected: file.tally.rejectedCount,
          repeated: file.tally.repeated)
        manifest.inputs.append(Manifest.Input(path: file.name, bytes: file.bytes, sha256: file.sha256, log: log))
      }
    }
    manifest.claims = Manifest.Claims(total: drawn.claims.count, held: drawn.claims.count { $0.verdict == .holds })
    manifest.figures = drawn.figures.count
    self.manifest = manifest
    self.failedClaims = failedClaims
    entry = rendered.entry
    inputPaths =
      scanned.sources.flatMap(\.paths)
      + ((loaded.authoredFiles + drawn.images).map(\.name) + ["templates", "assets"]).map(loaded.location.path)
    rows = scanned.sources.reduce(0) { $0 + $1.activity.counted }
    var all = warnings
    if html.count > Self.heavy { all.append(Self.weightWarning(html.count, drawn)) }
    self.warnings = all
  }

  /// A page past this many bytes is hard to pass on.
  private static let heavy = 1_000_000

  /// The table of a figure, exact for programs and made safe for spreadsheets.
  private static func tables(_ figure: DrawnReport.Figure) -> [OutputFile] {
    let id = figure.planned.settings.id
    let rows = figure.drawn.table.csv
    return [
      OutputFile(path: "data/\(id).csv", bytes: CSVText.exact(rows)),
      OutputFile(path: "data/\(id)-spreadsheet.csv", bytes: CSVText.spreadsheetSafe(rows)),
    ]
  }

  private static func weightWarning(_ bytes: Int, _ drawn: DrawnReport) -> Diagnostic {
    let heaviest = drawn.figures.sorted { $0.markup.markup.utf8.count > $1.markup.markup.utf8.count }.prefix(3)
    let names = heaviest.map { "‘\($0.planned.settings.id)’ \(NumberText.bytes(Double($0.markup.markup.utf8.count)))" }
    return Diagnostic(
      .warning, .content, "the page weighs \(NumberText.bytes(Double(bytes))); the heaviest figures are " + names.joined(separator: ", "))
  }
}
