import CivilTime
import Diagnostics
import LogRecords

/// Turns raw logs into one CSV file under the canonical columns (``CanonicalColumns``).
public struct LogCollector: Sendable {
  /// What is known of the files where they are silent themselves.
  public var options: SourceOptions
  /// Called now and then with how far the file being read has come.
  public var onProgress: (@Sendable (ScanProgress) -> Void)?

  /// A collector with options; `options.year` is the year of the first record of the first file.
  public init(options: SourceOptions = SourceOptions()) { self.options = options }

  /// Reads files and writes their records.
  ///
  /// Files are read in order of their first times. Where times carry no year, it is inferred from when a file was last written; if
  /// `options.year` tells it, files are read in the order given and each follows on the one before it.
  ///
  /// - Parameters:
  ///   - logs: the files.
  ///   - output: takes the CSV; it is not finished.
  /// - Returns: what was read, file by file in the order read.
  /// - Throws: 66 for a file that can't be read, 73 for an output that can't be written, 65 for a file that is in no known format,
  ///   is CSV already, or whose year can't be told.
  public func collect(_ logs: [RawLog], to output: BufferedFile) throws(DiagnosticList) -> ScanReport {
    let sources = inOrder(try open(logs))
    let writer = CanonicalWriter(columns: sources.flatMap { $0.source.columns.map(\.name) }, output: output)
    var report = ScanReport()
    var last: Timestamp?
    for opened in sources {
      var source = opened
      if options.year != nil, let last { try source.follow(last) }
      var scan = SourceScan(source.source, wanted: Array(source.source.columns.indices))
      scan.onProgress = onProgress
      writer.begin(source.source.columns)
      var files = try scan.run([writer]).report.files
      for index in files.indices { source.explain(&files[index]) }
      report.files += files
      last = files.last?.last ?? last
    }
    try writer.finish()
    return report
  }

  /// Opens every file, so that all that is wrong is told at once.
  private func open(_ logs: [RawLog]) throws(DiagnosticList) -> [CollectorSource] {
    var problems = DiagnosticList()
    var sources: [CollectorSource] = []
    for log in logs {
      do throws(DiagnosticList) {
        sources.append(try CollectorSource(log, options: options))
      } catch {
        for problem in error.diagnostics { problems.append(problem) }
      }
    }
    if problems.hasErrors { throw problems }
    return sources
  }

  /// In order of first times, if all have one that does not hang on the others; else as they are.
  private func inOrder(_ sources: [CollectorSource]) -> [CollectorSource] {
    var keyed: [(key: (time: Int64, place: Int), source: CollectorSource)] = []
    for (place, source) in sources.enumerated() {
      guard options.year == nil, let first = source.first else { return sources }
      keyed.append(((first.nanoseconds, place), source))
    }
    return keyed.sorted { $0.key < $1.key }.map(\.source)
  }
}
