import CivilTime

/// Reads the time column of a batch.
struct TimeReader {
  private let parser: TimestampParser

  /// A reader for times that, if they carry no zone, are in `zone`.
  init(zone: TimeZoneRule) { parser = TimestampParser(zone: zone) }

  /// Fills `batch.times` from a column.
  mutating func read(_ batch: inout RecordBatch, column: Int) {
    batch.times.removeAll(keepingCapacity: true)
    for row in 0..<batch.count {
      let cell = batch.cell(row, column: column)
      switch cell.kind {
      case .time: batch.times.append(cell.payload)
      case .missing: batch.times.append(RecordBatch.noTime)
      case .buffer, .arena, .symbol:
        batch.times.append(unsafe parser.parse(batch.bytes(of: cell))?.nanoseconds ?? RecordBatch.noTime)
      case .integer:
        unsafe batch.times.append(batch.withText(of: cell) { bytes in unsafe parser.parse(bytes)?.nanoseconds } ?? RecordBatch.noTime)
      }
    }
  }
}
