/// One piece of a file on its way through a scan: read, then resolved, decoded and, in the order of the file, digested.
///
/// The ``ChunkQueue`` hands it to one lane at a time for each of these; its fields change only there or by that lane.
final class Chunk: @unchecked Sendable {
  /// How far something has come.
  enum Progress {
    case waiting, running, done
  }

  /// The file it belongs to.
  let file: FileScan
  /// Its number in the file, from 0.
  let index: Int
  /// Its place in the grid: offset of its first byte in the (uncompressed) file.
  let offset: Int64
  /// Where its bytes are.
  let buffer: ChunkBuffer

  var reading = Progress.running
  var decoding = Progress.waiting
  var digesting = Progress.waiting
  /// Number of bytes read.
  var length = 0
  /// Whether the file ends with it.
  var isLast = false
  /// What it does to the state of quotes.
  var crossing: ChunkCrossing?
  /// The whole records to be decoded, known once everything before the chunk has been looked at; below 0 lies what was carried over.
  var records: Range<Int>?
  /// The overlong record that ended before `records`.
  var overlong: OverlongRecord?
  /// What decoding found.
  var report = ChunkReport()

  init(file: FileScan, index: Int, offset: Int64, buffer: ChunkBuffer) {
    self.file = file
    self.index = index
    self.offset = offset
    self.buffer = buffer
  }
}

/// What decoding a chunk found, beside its records; the reports of neighbours add up.
struct ChunkReport: Sendable {
  var tally = RecordTally()
  var times = TimeTally()
  /// The times of records inside the period, if there is one.
  var timesInPeriod = TimeTally()
  /// Records outside the period.
  var outsidePeriod = 0

  /// Adds the report of the chunk that follows.
  mutating func merge(_ next: ChunkReport) {
    tally.merge(next.tally)
    times.merge(next.times)
    timesInPeriod.merge(next.timesInPeriod)
    outsidePeriod += next.outsidePeriod
  }
}

/// A record too long to be kept, of which the next bytes are being skipped.
struct OverlongRecord: Sendable {
  /// Its first bytes.
  var content: [UInt8]
  /// Line feeds met in it.
  var lines: Int
  /// Whether the file ended within its quotes.
  var isUnclosed = false
}
