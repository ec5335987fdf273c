import CivilTime
import LogRecords

/// Makes the words of a key for the rows of a batch.
struct KeyWordColumns {
  private var encoder: KeyEncoder
  /// The batch's column for each column of the source that is wanted.
  private let batchColumns: [Int: Int]
  private let timestamps: TimestampParser
  private let timeColumn: Int?
  private var bin = TimeBin()

  init(_ encoder: KeyEncoder, wanted: [Int], timestamps: TimestampParser, timeColumn: Int?) {
    self.encoder = encoder
    self.timestamps = timestamps
    self.timeColumn = timeColumn
    batchColumns = Dictionary(uniqueKeysWithValues: wanted.enumerated().map { ($0.element, $0.offset) })
  }

  /// Several words as one.
  mutating func word(of words: [UInt64]) -> UInt64 { encoder.word(of: words) }

  /// The number of a word made from one.
  func number(_ word: UInt64) -> Number { NumberWord.number(word) { encoder.dictionary.bytes(at: $0) } }

  /// Sets `words` to the words of `rows`.
  mutating func fill(_ words: inout [UInt64], _ source: KeySource, rows: [Int], _ batch: borrowing RecordBatch) {
    words.removeAll(keepingCapacity: true)
    guard let column = batchColumns[source.column] else { return }
    switch source {
    case .text: fillTexts(&words, column, rows, batch)
    case .outcome: fillOutcomes(&words, column, rows, batch)
    case .timeBin(let sourceColumn, let width):
      fillTimes(&words, column, isTimeColumn: sourceColumn == timeColumn, width.nanoseconds, rows, batch)
    case .number: fillNumbers(&words, column, rows, batch)
    }
  }

  private mutating func fillTexts(_ words: inout [UInt64], _ column: Int, _ rows: [Int], _ batch: borrowing RecordBatch) {
    let cells = unsafe batch.cells(ofColumn: column)
    for row in rows {
      let cell = unsafe cells[row]
      switch cell.kind {
      case .missing: words.append(KeyWord.missing)
      case .buffer, .arena, .symbol: words.append(unsafe encoder.word(of: batch.bytes(of: cell)))
      case .integer, .time: unsafe words.append(batch.withText(of: cell) { bytes in unsafe encoder.word(of: bytes) })
      }
    }
  }

  private mutating func fillOutcomes(_ words: inout [UInt64], _ column: Int, _ rows: [Int], _ batch: borrowing RecordBatch) {
    let cells = unsafe batch.cells(ofColumn: column)
    for row in rows {
      let outcome = unsafe batch.withText(of: cells[row]) { bytes in unsafe OutcomeParser.parse(bytes) }
      words.append(outcome.map { Self.outcomeWords[Int($0.rawValue)] } ?? KeyWord.missing)
    }
  }

  private static let outcomeWords: [UInt64] = Outcome.allCases.map { outcome in
    unsafe outcome.text.bytes.withUnsafeBytes { unsafe KeyWord.inline($0) ?? KeyWord.missing }
  }

  private mutating func fillTimes(
    _ words: inout [UInt64], _ column: Int, isTimeColumn: Bool, _ width: Int64, _ rows: [Int], _ batch: borrowing RecordBatch
  ) {
    let hasTimes = isTimeColumn && !batch.times.isEmpty
    for row in rows {
      let time = hasTimes ? batch.times[row] : parsedTime(batch.cell(row, column: column), batch)
      words.append(time == RecordBatch.noTime ? KeyWord.noValue : bin.word(time, width: width))
    }
  }

  private func parsedTime(_ cell: Cell, _ batch: borrowing RecordBatch) -> Int64 {
    switch cell.kind {
    case .time: cell.payload
    case .missing: RecordBatch.noTime
    default: unsafe batch.withText(of: cell) { bytes in unsafe timestamps.parse(bytes)?.nanoseconds } ?? RecordBatch.noTime
    }
  }

  private mutating func fillNumbers(_ words: inout [UInt64], _ column: Int, _ rows: [Int], _ batch: borrowing RecordBatch) {
    let cells = unsafe batch.cells(ofColumn: column)
    for row in rows {
      let cell = unsafe cells[row]
      switch cell.kind {
      case .integer: words.append(encoder.word(of: .integer(cell.payload)))
      case .missing, .time: words.append(KeyWord.noValue)
      case .buffer, .arena, .symbol:
        let number = unsafe NumberParser.parse(batch.bytes(of: cell))
        words.append(number.map { encoder.word(of: $0) } ?? KeyWord.noValue)
      }
    }
  }
}

/// The interval that a time falls into; the last one is remembered, as times in a row often share it.
private struct TimeBin {
  private var start: Int64 = 0
  private var width: Int64 = 0

  /// The start of the interval of `width` nanoseconds, counted from the epoch, that holds a time, as a word.
  @inline(__always)
  mutating func word(_ time: Int64, width: Int64) -> UInt64 {
    if self.width == width, time >= start, time &- start < width { return UInt64(bitPattern: start) }
    let remainder = time % width
    let (floor, overflow) = time.subtractingReportingOverflow(remainder < 0 ? remainder + width : remainder)
    guard !overflow else { return KeyWord.noValue }
    (start, self.width) = (floor, width)
    return UInt64(bitPattern: floor)
  }
}
