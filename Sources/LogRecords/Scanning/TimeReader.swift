import CivilTime

/// Reads the time column of a batch: times as most logs write them at once, all others with a ``TimestampParser``.
struct TimeReader {
  private let parser: TimestampParser
  private var day = KnownDay()

  /// A reader for times that, if they carry no zone, are in `zone`.
  init(zone: TimeZoneRule) { parser = TimestampParser(zone: zone) }

  /// Fills `batch.times` from a column.
  mutating func read(_ batch: inout RecordBatch, column: Int) {
    var times: [Int64] = []
    swap(&times, &batch.times)
    if times.count < batch.count { times += Array(repeating: RecordBatch.noTime, count: batch.count - times.count) }
    times.removeLast(times.count - batch.count)
    let cells = unsafe batch.cells(ofColumn: column)
    unsafe times.withUnsafeMutableBufferPointer { times in
      for row in 0..<times.count {
        let cell = unsafe cells[row]
        if cell.kind == .buffer, let start = unsafe batch.buffer.baseAddress,
          let time = unsafe day.time(start + Int(cell.payload), count: Int(cell.length))
        {
          unsafe times[row] = time
        } else {
          unsafe times[row] = time(cell, batch)
        }
      }
    }
    swap(&times, &batch.times)
  }

  @inline(never)
  private mutating func time(_ cell: Cell, _ batch: borrowing RecordBatch) -> Int64 {
    switch cell.kind {
    case .time: return cell.payload
    case .missing: return RecordBatch.noTime
    case .integer: return unsafe batch.withText(of: cell) { text in unsafe parser.parse(text)?.nanoseconds } ?? RecordBatch.noTime
    case .buffer, .arena, .symbol:
      let text = unsafe batch.bytes(of: cell)
      guard let time = unsafe parser.parse(text) else { return RecordBatch.noTime }
      unsafe day.learn(text, parser)
      return time.nanoseconds
    }
  }
}
