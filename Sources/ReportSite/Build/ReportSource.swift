import CivilTime
import Diagnostics
import LogCollectors
import LogQuery
import LogRecords

/// A source of a report, opened: its files found, its columns known.
struct ReportSource {
  let configuration: SourceConfiguration
  let engine: any Engine
  let columns: [Column]
  /// Its files, as paths to open.
  let paths: [String]

  /// Opens the files; nil after notes if that fails.
  init?(
    _ configuration: SourceConfiguration, in location: ReportLocation, options: BuildOptions,
    onProgress: @escaping @Sendable (ScanProgress) -> Void, onSpill: @escaping @Sendable (Int) -> Void, collector: DiagnosticCollector
  ) {
    let files = location.files(configuration.files, allowsOutside: options.allowsOutside, collector: collector)
    guard !files.isEmpty else { return nil }
    var source = configuration.options
    source.period = Self.intersection(source.period, options.period)
    let opened = collector.attempt(at: configuration.location) { () throws(DiagnosticList) in
      var engine = try ScanEngine(
        files: files, formats: LogFormatRegistry.all, options: source, jobs: options.jobs, maximumRejects: options.maximumRejects)
      engine.memory = options.memory
      engine.onProgress = onProgress
      engine.onSpill = onSpill
      return (engine, try engine.columns())
    }
    guard let opened else { return nil }
    self.configuration = configuration
    paths = files.map(\.path)
    engine = opened.0
    columns = opened.1
  }

  /// The time column, if there is one.
  var timeColumn: String? { columns.index(of: .time).map { columns[$0].name } }

  private static func intersection(_ left: Range<Timestamp>?, _ right: Range<Timestamp>?) -> Range<Timestamp>? {
    guard let left, let right else { return left ?? right }
    return left.clamped(to: right)
  }
}
