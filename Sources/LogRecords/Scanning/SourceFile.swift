import CivilTime
import Diagnostics

/// One file of a source: opened, its format and layout known.
public final class SourceFile: @unchecked Sendable {
  /// The file.
  public let input: InputFile
  /// Its format.
  public let format: any LogFormat
  /// Its layout.
  public let layout: any RecordLayout
  /// Whether its bytes can be read only in order, because it is compressed or a pipe.
  public let isStream: Bool
  /// Its columns in the order of the source's columns.
  var columnOrder: [Int]
  /// Its first bytes, as far as they are not records.
  let header: [UInt8]
  /// The time of its first record that has one.
  let firstTime: Timestamp?

  /// The stream that the head was read from, until a pass takes it.
  private var opened: ByteStream?

  /// Opens a file and reads its head.
  ///
  /// - Throws: exit code 66 if it can't be read, 65 if its format is not known or its head is wrong.
  init(_ path: InputPath, formats: [any LogFormat], options: SourceOptions, readsFirstTime: Bool) throws(DiagnosticList) {
    input = try InputFile(path: path.path, name: path.name)
    let stream = try ByteStream(input)
    let sample = try stream.sample()
    format = try Self.format(of: sample.bytes, file: path.name, formats: formats, options: options)
    layout = try format.layout(sample: sample.bytes, isWhole: sample.isWhole, file: path.name, options: options)
    isStream = stream.isCompressed || !input.isRegular
    columnOrder = Array(layout.columns.indices)
    header = Array(sample.bytes.prefix(layout.headerLength))
    firstTime =
      readsFirstTime ? Self.firstTime(sample.bytes[layout.headerLength...], isWhole: sample.isWhole, layout, zone: options.timezone) : nil
    opened = stream
  }

  /// The bytes in order, from the first one, for a file that is a stream.
  ///
  /// - Throws: exit code 66 for a pipe that has been read already.
  func stream() throws(DiagnosticList) -> ByteStream {
    if let stream = opened {
      opened = nil
      return stream
    }
    guard input.isRegular else { throw InputFile.failure(input.name, "can be read only once") }
    return try ByteStream(input)
  }

  private static func format(
    of sample: [UInt8], file: String, formats: [any LogFormat], options: SourceOptions
  ) throws(DiagnosticList) -> any LogFormat {
    if let name = options.format {
      if let format = formats.first(where: { $0.name == name }) { return format }
      let hint = NearestNames.hint(for: name, among: formats.map(\.name))
      throw DiagnosticList([Diagnostic(.error, .content, "there is no format ‘\(name)’\(hint)")])
    }
    guard !sample.isEmpty else { throw InputFile.failure(file, "is empty", code: .content) }
    let judged = formats.map { (format: $0, confidence: $0.confidence(sample: sample)) }
    guard let best = judged.max(by: { $0.confidence < $1.confidence }), best.confidence >= leastConfidence else {
      let known = formats.map(\.name).joined(separator: ", ")
      throw InputFile.failure(file, "is in none of the formats that can be told by looking (known: \(known)); say which", code: .content)
    }
    return best.format
  }

  private static let leastConfidence = 5

  private static func firstTime(
    _ sample: ArraySlice<UInt8>, isWhole: Bool, _ layout: any RecordLayout, zone: TimeZoneRule
  ) -> Timestamp? {
    guard let column = layout.columns.index(of: .time) else { return nil }
    var decoder = layout.makeDecoder(wanted: [column])
    var batch = RecordBatch(columnCount: 1)
    var tally = RecordTally()
    var reader = TimeReader(zone: zone)
    return unsafe sample.withUnsafeBytes { bytes in
      var rest = unsafe bytes
      while unsafe !rest.isEmpty {
        batch.removeAll()
        unsafe batch.buffer = rest
        let used = unsafe decoder.decode(rest, isLast: isWhole, into: &batch, tally: &tally)
        reader.read(&batch, column: 0)
        if let time = batch.times.first(where: { $0 != RecordBatch.noTime }) { return Timestamp(nanoseconds: time) }
        guard used > 0 || batch.count > 0 else { return nil }
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest[used...])
      }
      return nil
    }
  }
}
