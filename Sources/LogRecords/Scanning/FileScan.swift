import Diagnostics

/// How far one pass has come in one file. Only the ``ChunkQueue`` changes it, or the lane that it has handed a chunk of the file to.
final class FileScan: @unchecked Sendable {
  let file: SourceFile
  /// Its place in the source, from 0.
  let number: Int

  /// Number and place of the next chunk to be read.
  var nextIndex = 0
  var nextOffset: Int64
  /// Whether a lane is reading on in a file that can be read only in order.
  var isBeingRead = false

  /// Where the reading of quotes stands after the chunks resolved so far.
  var state: QuoteState
  /// The start of a record that the chunks resolved so far have not finished.
  var carry: [UInt8] = []
  /// The overlong record that is being skipped.
  var overlong: OverlongRecord?

  /// The one decoder of a file that is read in sequence.
  var decoder: (any RecordDecoder)?
  /// What was found in the first chunks of the file, up to one that is not yet decoded.
  private(set) var report = ChunkReport()
  /// For each of these chunks the lines of the file before it.
  private(set) var linesBefore: [Int] = []
  /// What was found in chunks that were decoded before others in front of them.
  private var early: [Int: ChunkReport] = [:]

  private var stream: ByteStream?
  private var digest = StoredDigest()

  init(_ file: SourceFile, number: Int) {
    self.file = file
    self.number = number
    nextOffset = Int64(file.layout.headerLength)
    if case .records = file.layout.split { state = .fieldStart } else { state = .unquoted }
    report.tally.lines = file.layout.headerLines
  }

  /// Whether chunks must be decoded one after another.
  var isSequence: Bool { file.layout.split == .sequence }

  /// Reads the bytes of a chunk and sets its length and whether it is the last.
  func read(_ chunk: Chunk, size: Int) throws(DiagnosticList) {
    if file.isStream {
      let stream = try openStream()
      chunk.length = unsafe try stream.read(into: chunk.buffer.room(for: size))
      chunk.isLast = chunk.length < size
    } else {
      chunk.length = unsafe try file.input.read(into: chunk.buffer.room(for: size), at: chunk.offset)
      chunk.isLast = chunk.offset + Int64(chunk.length) >= file.input.size
    }
    let bytes = unsafe chunk.buffer.bytes(0..<chunk.length)
    switch file.layout.split {
    case .records(let quote, let delimiter): chunk.crossing = unsafe ChunkCrossing(bytes, quote: quote, delimiter: delimiter)
    case .lines: chunk.crossing = unsafe ChunkCrossing(lines: bytes)
    case .sequence: chunk.crossing = nil
    }
  }

  /// Takes the digest of the stored bytes on; chunks come in order.
  func digest(_ chunk: Chunk) {
    if chunk.index == 0 { unsafe file.header.withUnsafeBytes { header in unsafe digest.update(header) } }
    unsafe digest.update(chunk.buffer.bytes(0..<chunk.length))
  }

  /// Takes what was found in a chunk: added up at once, as far as the order of the file allows, so that little is kept of each.
  func add(_ found: ChunkReport, ofChunk index: Int) {
    early[index] = found
    while let next = early.removeValue(forKey: linesBefore.count) {
      linesBefore.append(report.tally.lines)
      report.merge(next)
    }
  }

  /// SHA-256 of the stored bytes, once all chunks have been read and digested.
  var sha256: String { stream?.sha256 ?? digest.hexadecimal }

  /// Number of stored bytes, once all chunks have been read.
  var storedCount: Int64 { file.input.isRegular ? file.input.size : stream?.storedCount ?? 0 }

  /// The stream, past the header.
  private func openStream() throws(DiagnosticList) -> ByteStream {
    if let stream { return stream }
    let opened = try file.stream()
    var failure: DiagnosticList?
    unsafe withUnsafeTemporaryAllocation(byteCount: file.header.count, alignment: 1) { header in
      do throws(DiagnosticList) { unsafe _ = try opened.read(into: header) } catch { failure = error }
    }
    if let failure { throw failure }
    stream = opened
    return opened
  }
}
