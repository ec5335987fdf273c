import CivilTime
import Diagnostics
import Foundation

/// One pass over a source: reads, decodes and digests its files with several threads, and hands the records to consumers.
///
/// What consumers get depends on the number of lanes, what they get all together does not; batches name file, chunk and record, so that
/// what depends on order can be put in order afterwards.
public struct SourceScan: Sendable {
  /// What is read.
  public let source: RecordSource
  /// Columns of the source that are decoded: columns 0, 1, … of the batches.
  public var wanted: [Int]
  /// Whether times are read, for `RecordBatch.times` and the reports; they are in any case if the source has a period.
  public var readsTimes = true
  /// Whether SHA-256 of the files is taken.
  public var takesDigests = true
  /// Bytes that are read at a time; nothing found depends on it.
  public var chunkSize = 1 << 20
  /// Called now and then, from any thread but never from two at once.
  public var onProgress: (@Sendable (ScanProgress) -> Void)?

  /// A pass over a source.
  public init(_ source: RecordSource, wanted: [Int]) {
    self.source = source
    self.wanted = wanted
  }

  /// Reads all files with as many lanes as there are consumers.
  ///
  /// - Returns: what was found out about the files, and how the lines of batches translate into lines of files.
  /// - Throws: exit code 66 if a file can't be read or changed meanwhile, 65 for a period without a time column.
  public func run(_ consumers: [any BatchConsumer]) throws(DiagnosticList) -> (report: ScanReport, lines: LineNumbers) {
    let plan = ScanColumns(source, wanted: wanted, readsTimes: readsTimes || source.options.period != nil)
    if source.options.period != nil, plan.timeColumn == nil {
      throw DiagnosticList([Diagnostic(.error, .content, "a period is given, but no column holds the time (name it under ‘roles’)")])
    }
    let files = source.files.enumerated().map { number, file in FileScan(file, number: number) }
    let queue = ChunkQueue(files, lanes: consumers.count, chunkSize: chunkSize, takesDigests: takesDigests, onProgress: onProgress)
    let lanes = consumers.map { ScanLane(queue, plan, options: source.options, consumer: $0) }
    Lanes.run(lanes.map { lane in { lane.run() } })
    if let problems = queue.problems { throw problems }
    for file in source.files { try file.input.verifyUnchanged() }
    return (ScanReport(files: files.map(report)), LineNumbers(files.map(\.linesBefore)))
  }

  private func report(_ scan: FileScan) -> FileReport {
    let found = scan.report
    let span = found.times.span
    return FileReport(
      name: scan.file.input.name, format: scan.file.format.name, bytes: scan.storedCount, sha256: takesDigests ? scan.sha256 : "",
      tally: found.tally, outsidePeriod: found.outsidePeriod, first: span?.lowerBound, last: span?.upperBound,
      counted: source.options.period == nil ? span : found.timesInPeriod.span, untimed: found.times.untimed,
      stepsBack: found.times.stepsBack, assumptions: scan.file.layout.assumptions)
  }
}
