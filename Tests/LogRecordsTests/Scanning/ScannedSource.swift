import LogRecords
import SafeText

/// A record as a scan delivers it.
struct ScannedRecord: Hashable {
  var reference: RowReference
  var cells: [ByteString?]
}

/// Everything that a scan delivers, in the order of the source.
struct ScannedSource {
  var columns: [Column]
  var records: [ScannedRecord]
  var times: [Int64]
  var report: ScanReport

  /// Scans files with all their columns.
  init(
    _ paths: [String], options: SourceOptions = SourceOptions(), formats: [any LogFormat] = [CSVFormat()], wanted: [Int]? = nil,
    jobs: Int = 1, chunkSize: Int? = nil
  ) throws {
    let source = try RecordSource(paths.map { InputPath(name: $0, path: $0) }, formats: formats, options: options)
    try self.init(source, wanted: wanted, jobs: jobs, chunkSize: chunkSize)
  }

  /// Scans a source.
  init(_ source: RecordSource, wanted: [Int]? = nil, jobs: Int = 1, chunkSize: Int? = nil) throws {
    var scan = SourceScan(source, wanted: wanted ?? Array(source.columns.indices))
    if let chunkSize { scan.chunkSize = chunkSize }
    let collectors = (0..<jobs).map { _ in RecordCollector(columnCount: scan.wanted.count) }
    let (report, lines) = try scan.run(collectors)
    self.report = report
    columns = source.columns
    let all = collectors.flatMap(\.records).sorted { ($0.file, $0.chunk, $0.index) < ($1.file, $1.chunk, $1.index) }
    records = all.map { record in
      let line = lines.line(file: record.file, chunk: record.chunk, line: record.line)
      return ScannedRecord(reference: RowReference(file: record.file, offset: record.offset, line: line), cells: record.cells)
    }
    times = all.map(\.time)
  }
}

/// Keeps copies of all records of a lane.
private final class RecordCollector: BatchConsumer {
  struct Collected {
    var file: Int
    var chunk: Int
    var index: Int
    var offset: Int64
    var line: Int
    var time: Int64
    var cells: [ByteString?]
  }

  private let columnCount: Int
  private(set) var records: [Collected] = []

  init(columnCount: Int) { self.columnCount = columnCount }

  func consume(_ batch: borrowing RecordBatch) {
    for row in 0..<batch.count {
      let cells = (0..<columnCount).map { batch.text(of: batch.cell(row, column: $0)) }
      records.append(
        Collected(
          file: batch.file, chunk: batch.chunk, index: batch.firstRecord + row, offset: batch.recordOffset(row),
          line: batch.recordLine(row),
          time: batch.times.isEmpty ? RecordBatch.noTime : batch.times[row], cells: cells))
    }
  }
}
