import CivilTime

/// Reads the time column of a batch: times as most logs write them at once, all others with a ``TimestampParser``.
struct TimeReader {
  private let parser: TimestampParser
  private var day = KnownDay()

  /// A reader for times that, if they carry no zone, are in `zone`.
  init(zone: TimeZoneRule) { parser = TimestampParser(zone: zone) }

  /// Fills `batch.times` from a column.
  mutating func read(_ batch: inout RecordBatch, column: Int) {
    let count = batch.count
    batch.times.removeAll(keepingCapacity: true)
    batch.times.reserveCapacity(count)
    let cells = unsafe batch.cells(ofColumn: column)
    let bytes = unsafe batch.buffer
    for row in 0..<count {
      let cell = unsafe cells[row]
      switch cell.kind {
      case .time: batch.times.append(cell.payload)
      case .missing: batch.times.append(RecordBatch.noTime)
      case .buffer:
        let range = Int(cell.payload)..<Int(cell.payload) + Int(cell.length)
        batch.times.append(unsafe time(UnsafeRawBufferPointer(rebasing: bytes[range])))
      case .arena, .symbol: batch.times.append(unsafe time(batch.bytes(of: cell)))
      case .integer:
        let time = unsafe batch.withText(of: cell) { text in unsafe parser.parse(text)?.nanoseconds }
        batch.times.append(time ?? RecordBatch.noTime)
      }
    }
  }

  @inline(__always)
  private mutating func time(_ text: UnsafeRawBufferPointer) -> Int64 {
    if let time = unsafe day.time(text) { return time }
    guard let time = unsafe parser.parse(text) else { return RecordBatch.noTime }
    unsafe day.learn(text, parser)
    return time.nanoseconds
  }
}
