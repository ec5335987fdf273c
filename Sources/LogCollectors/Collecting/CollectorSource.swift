import CivilTime
import Diagnostics
import LogRecords

/// One file on its way through ``LogCollector``.
struct CollectorSource {
  /// The file, opened.
  private(set) var source: RecordSource
  /// Its first time, if it has one and its year is known.
  let first: Timestamp?

  private let path: InputPath
  private var options: SourceOptions
  private let head: YearInference
  private let inferredYear: Int?

  /// Opens a file, having found the year of its first record where that is needed and can be known.
  init(_ log: RawLog, options given: SourceOptions) throws(DiagnosticList) {
    path = InputPath(name: log.name, path: log.path)
    options = given
    let times = try Self.look(at: path, isWhole: given.year == nil && log.modified != nil)
    head = times
    inferredYear = given.year == nil ? log.modified.flatMap { times.firstYear(modified: $0) } : nil
    options.year = given.year ?? inferredYear
    first = times.firstTime(options)
    let opened = try RecordSource([path], formats: LogFormatRegistry.all, options: options)
    source = opened
    if opened.files.contains(where: { $0.format is CSVFormat }) {
      throw DiagnosticList([
        Diagnostic(
          .error, .content, at: SourceLocation(file: log.name), "the file is CSV already: query it or name it in a report as it is")
      ])
    }
  }

  /// Takes the file to continue one that ended at a time.
  mutating func follow(_ last: Timestamp) throws(DiagnosticList) {
    guard let year = head.firstYear(following: last) else { return }
    options.year = year
    source = try RecordSource([path], formats: LogFormatRegistry.all, options: options)
  }

  /// Adds to a report where the year comes from.
  func explain(_ report: inout FileReport) {
    guard let inferredYear else { return }
    report.assumptions.insert("The year \(inferredYear) was inferred from the time the file was last written.", at: 0)
  }

  /// Reads the times of a file, or of its head only; of standard input none, as it can be read only once.
  private static func look(at path: InputPath, isWhole: Bool) throws(DiagnosticList) -> YearInference {
    var inference = YearInference()
    let input = try InputFile(path: path.path, name: path.name)
    guard input.isRegular, path.path != "-" else { return inference }
    let stream = try ByteStream(input)
    guard isWhole else {
      let sample = try stream.sample()
      unsafe sample.bytes.withUnsafeBytes { bytes in _ = unsafe inference.scan(bytes, isLast: sample.isWhole) }
      return inference
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var kept = 0
    var isLast = false
    while !isLast {
      let filled = kept + (try read(stream, into: &buffer, from: kept))
      isLast = filled < buffer.count
      let used = unsafe buffer.withUnsafeBytes { bytes in
        unsafe inference.scan(UnsafeRawBufferPointer(rebasing: bytes[..<filled]), isLast: isLast)
      }
      // A line that fills the buffer has no time worth knowing: it is passed over.
      kept = used == 0 ? 0 : filled - used
      buffer.replaceSubrange(..<kept, with: buffer[(filled - kept)..<filled])
    }
    return inference
  }

  /// Fills a buffer from a position on; less only at the end.
  private static func read(_ stream: ByteStream, into buffer: inout [UInt8], from start: Int) throws(DiagnosticList) -> Int {
    var failure: DiagnosticList?
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      do throws(DiagnosticList) {
        return unsafe try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[start...]))
      } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
    return count
  }
}
