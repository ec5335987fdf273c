import Diagnostics
import Foundation

/// Hands the steps of a scan to its lanes: which chunk to read, digest or decode next.
///
/// Files are cut into a fixed grid of chunks. Any lane reads any chunk; a chunk is resolved once all before it are, then any lane decodes
/// it; digests are taken in the order of the file. There are few buffers, so that lanes that run ahead wait for those behind. All state
/// changes under one lock, held only for moments.
final class ChunkQueue: @unchecked Sendable {
  /// One thing for a lane to do.
  enum Step {
    case read(Chunk, size: Int)
    case digest(Chunk)
    case decode(Chunk)
  }

  private let condition = NSCondition()
  private let chunkSize: Int
  private let takesDigests: Bool
  private let onProgress: (@Sendable (ScanProgress) -> Void)?
  /// Files with chunks still to be read, the next one last.
  private var files: [FileScan]
  /// Chunks on their way, in the order of the source.
  private var chunks: [Chunk] = []
  private var freeBuffers: [ChunkBuffer] = []
  private var buffersLeft: Int
  private var progress: ScanProgress
  private var failure: (place: (file: Int, chunk: Int), problems: DiagnosticList)?

  /// A queue for one pass over files.
  init(
    _ files: [FileScan], lanes: Int, chunkSize: Int, takesDigests: Bool, onProgress: (@Sendable (ScanProgress) -> Void)?
  ) {
    self.files = files.reversed()
    self.chunkSize = chunkSize
    self.takesDigests = takesDigests
    self.onProgress = onProgress
    buffersLeft = 2 * lanes + 2
    progress = ScanProgress(totalBytes: files.reduce(0) { $0 + ($1.file.isStream ? 0 : $1.file.input.size) })
  }

  /// The first thing that went wrong, in the order of the source.
  var problems: DiagnosticList? { condition.withLock { failure?.problems } }

  /// What to do next; nil if nothing is left. Waits while there is nothing to do but something may come.
  func next() -> Step? {
    condition.lock()
    defer { condition.unlock() }
    while failure == nil {
      if let step = decodeStep() ?? digestStep() ?? readStep() { return step }
      if files.isEmpty, chunks.isEmpty { return nil }
      condition.wait()
    }
    return nil
  }

  /// Notes that a step is done.
  func finish(_ step: Step) {
    condition.lock()
    defer { condition.unlock() }
    switch step {
    case .read(let chunk, _):
      chunk.reading = .done
      chunk.file.isBeingRead = false
      if chunk.isLast { close(chunk.file) }
    case .digest(let chunk): chunk.digesting = .done
    case .decode(let chunk):
      chunk.decoding = .done
      chunk.file.add(chunk.report, ofChunk: chunk.index)
      progress.bytes += Int64(chunk.length)
      progress.records += chunk.report.tally.records
      onProgress?(progress)
    }
    resolve()
    retire()
    condition.broadcast()
  }

  /// Notes that a chunk can't be read; the scan ends as soon as the steps under way are done.
  func fail(_ problems: DiagnosticList, at chunk: Chunk) {
    condition.lock()
    defer { condition.unlock() }
    let place = (chunk.file.number, chunk.index)
    if let failure, failure.place < place { return }
    failure = (place, problems)
    condition.broadcast()
  }

  private func decodeStep() -> Step? {
    guard let chunk = chunks.first(where: { $0.records != nil && $0.decoding == .waiting }) else { return nil }
    chunk.decoding = .running
    return .decode(chunk)
  }

  private func digestStep() -> Step? {
    guard takesDigests, let chunk = chunks.first(where: { !$0.file.file.isStream && $0.digesting != .done }), chunk.reading == .done,
      chunk.digesting == .waiting
    else { return nil }
    chunk.digesting = .running
    return .digest(chunk)
  }

  private func readStep() -> Step? {
    guard let file = files.last, !file.isBeingRead, let buffer = freeBuffer() else { return nil }
    let chunk = Chunk(file: file, index: file.nextIndex, offset: file.nextOffset, buffer: buffer)
    chunks.append(chunk)
    file.nextIndex += 1
    file.nextOffset = (chunk.offset / Int64(chunkSize) + 1) * Int64(chunkSize)
    if file.file.isStream {
      file.isBeingRead = true
    } else if file.nextOffset >= file.file.input.size {
      close(file)
    }
    return .read(chunk, size: Int(file.nextOffset - chunk.offset))
  }

  private func close(_ file: FileScan) {
    if files.last === file { files.removeLast() }
  }

  private func freeBuffer() -> ChunkBuffer? {
    if let buffer = freeBuffers.popLast() { return buffer }
    guard buffersLeft > 0 else { return nil }
    buffersLeft -= 1
    return ChunkBuffer(chunkSize: chunkSize)
  }

  /// Resolves the chunks that can be: those read, with nothing unresolved before them.
  private func resolve() {
    for (place, chunk) in chunks.enumerated() where chunk.records == nil {
      guard chunk.reading == .done else { return }
      if chunk.file.isSequence, place > 0, chunks[place - 1].file === chunk.file, chunks[place - 1].decoding != .done { return }
      chunk.file.resolve(chunk)
    }
  }

  /// Forgets the chunks that are done with.
  private func retire() {
    chunks.removeAll { chunk in
      let isDone = chunk.decoding == .done && (!takesDigests || chunk.file.file.isStream || chunk.digesting == .done)
      if isDone { freeBuffers.append(chunk.buffer) }
      return isDone
    }
  }
}
