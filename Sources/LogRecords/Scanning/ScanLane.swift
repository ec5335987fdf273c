import CivilTime
import Diagnostics

/// One of the workers of a scan: takes steps from the queue until none is left. It owns the batch and the decoder that it fills it with.
final class ScanLane: @unchecked Sendable {
  private let queue: ChunkQueue
  private let plan: ScanColumns
  private let consumer: any BatchConsumer
  private let period: Range<Int64>?
  private var batch: RecordBatch
  private var times: TimeReader
  /// The decoder of the file that this lane last read from.
  private var decoder: (file: Int, decoder: any RecordDecoder)?

  init(_ queue: ChunkQueue, _ plan: ScanColumns, options: SourceOptions, consumer: any BatchConsumer) {
    self.queue = queue
    self.plan = plan
    self.consumer = consumer
    period = options.period.map { $0.lowerBound.nanoseconds..<$0.upperBound.nanoseconds }
    batch = RecordBatch(columnCount: plan.columns.count)
    times = TimeReader(zone: options.timezone)
  }

  /// Works until the scan is over.
  func run() {
    while let step = queue.next() {
      switch step {
      case .read(let chunk, let size):
        do throws(DiagnosticList) {
          try chunk.file.read(chunk, size: size)
        } catch {
          queue.fail(error, at: chunk)
          return
        }
      case .digest(let chunk): chunk.file.digest(chunk)
      case .decode(let chunk):
        decode(chunk)
        consumer.finishChunk(chunk.index, ofFile: chunk.file.number, isLast: chunk.isLast)
        if let failure = consumer.failure {
          queue.fail(failure, at: chunk)
          return
        }
      }
      queue.finish(step)
    }
  }

  private func decode(_ chunk: Chunk) {
    guard let records = chunk.records else { return }
    if let overlong = chunk.overlong { Self.reject(overlong, into: &chunk.report.tally) }
    if chunk.file.isSequence {
      var decoder = chunk.file.decoder ?? plan.decoder(for: chunk.file.file)
      let rest = decode(records, of: chunk, with: &decoder)
      chunk.file.decoder = decoder
      if !chunk.isLast { chunk.file.keep(rest, of: chunk) }
    } else {
      var decoder = decoder.flatMap { $0.file == chunk.file.number ? $0.decoder : nil } ?? plan.decoder(for: chunk.file.file)
      _ = decode(records, of: chunk, with: &decoder)
      self.decoder = (chunk.file.number, decoder)
    }
  }

  /// Decodes the records of a chunk, batch by batch; gives what is left because no record in it is whole.
  private func decode(_ records: Range<Int>, of chunk: Chunk, with decoder: inout any RecordDecoder) -> Range<Int> {
    var rest = records
    batch.file = chunk.file.number
    batch.chunk = chunk.index
    while !rest.isEmpty {
      let bytes = unsafe chunk.buffer.bytes(rest)
      batch.removeAll()
      unsafe batch.buffer = bytes
      batch.bufferOffset = chunk.offset + Int64(rest.lowerBound)
      batch.firstRecord = chunk.report.tally.records
      let used = unsafe decoder.decode(bytes, isLast: chunk.isLast, into: &batch, tally: &chunk.report.tally)
      let isProgress = used > 0 || batch.count > 0
      deliver(chunk)
      if isProgress {
        rest = rest.lowerBound + used..<rest.upperBound
      } else if let skipped = unsafe Self.rejectOverlongLine(bytes, into: &chunk.report.tally) {
        rest = rest.lowerBound + skipped..<rest.upperBound
      } else {
        break
      }
    }
    return rest
  }

  private func deliver(_ chunk: Chunk) {
    guard batch.count > 0 else { return }
    if let column = plan.timeColumn {
      times.read(&batch, column: column)
      chunk.report.times.add(batch.times)
      if let period {
        chunk.report.outsidePeriod += batch.removeRecords(outside: period)
        chunk.report.timesInPeriod.add(batch.times)
      }
    } else if period != nil {
      chunk.report.outsidePeriod += batch.count
      batch.removeAll()
    }
    if batch.count > 0 { consumer.consume(batch) }
  }

  private static func reject(_ overlong: OverlongRecord, into tally: inout RecordTally) {
    let fault = overlong.isUnclosed ? CSVDecoder.Fault.unclosed(lineEnds: overlong.lines) : .tooLong
    tally.reject(fault.reason, line: tally.lines + 1, detail: fault.detail, content: overlong.content)
    tally.lines += overlong.lines
  }

  /// Rejects the first line of bytes that a decoder in sequence makes no record of, if they are too many to wait for more.
  private static func rejectOverlongLine(_ bytes: UnsafeRawBufferPointer, into tally: inout RecordTally) -> Int? {
    guard bytes.count > CSVDialect.longestRecord, let end = unsafe bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let fault = CSVDecoder.Fault.tooLong
    let content = unsafe Array(bytes[..<end].prefix(RecordTally.contentKept))
    tally.reject(fault.reason, line: tally.lines + 1, detail: fault.detail, content: content)
    tally.lines += 1
    return end + 1
  }
}
