import CivilTime
import LogRecords

/// Makes the words of a key for the rows of a batch.
struct KeyWordColumns {
  private var encoder: KeyEncoder
  private var outcomes: OutcomeWords
  private var bin = TimeBin()
  /// The batch's column for each column of the source that is wanted.
  private let batchColumns: [Int: Int]
  private let timestamps: TimestampParser
  private let timeColumn: Int?

  init(_ dictionary: KeyDictionary, wanted: [Int], timestamps: TimestampParser, timeColumn: Int?) {
    encoder = KeyEncoder(dictionary)
    outcomes = OutcomeWords(dictionary)
    self.timestamps = timestamps
    self.timeColumn = timeColumn
    batchColumns = Dictionary(uniqueKeysWithValues: wanted.enumerated().map { ($0.element, $0.offset) })
  }

  /// Several words as one.
  mutating func word(of words: [UInt64]) -> UInt64 { encoder.word(of: words) }

  /// The number of a word made from one.
  func number(_ word: UInt64) -> Number { NumberWord.number(word) { encoder.dictionary.bytes(at: $0) } }

  /// Sets `words` to the words of `rows`.
  mutating func fill(_ words: BatchVector<UInt64>, _ source: KeySource, rows: BatchVector<UInt16>, _ batch: borrowing RecordBatch) {
    words.count = rows.count
    guard let column = batchColumns[source.column] else { return }
    switch source {
    case .text: fillTexts(words, column, rows, batch)
    case .outcome:
      fillTexts(words, column, rows, batch)
      for index in 0..<words.count { unsafe words.values[index] = outcomes.word(words.values[index]) }
    case .timeBin(let sourceColumn, let width):
      if sourceColumn == timeColumn, !batch.times.isEmpty {
        fillBins(words, width.nanoseconds, rows) { row in batch.times[row] }
      } else {
        let timestamps = timestamps
        fillBins(words, width.nanoseconds, rows) { row in
          batch.time(of: batch.cell(row, column: column), timestamps)?.nanoseconds ?? RecordBatch.noTime
        }
      }
    case .number: fillNumbers(words, column, rows, batch)
    }
  }

  private mutating func fillTexts(
    _ words: BatchVector<UInt64>, _ column: Int, _ rows: BatchVector<UInt16>, _ batch: borrowing RecordBatch
  ) {
    let cells = unsafe batch.cells(ofColumn: column)
    let bytes = unsafe batch.buffer
    for index in unsafe rows.buffer.indices {
      let row = unsafe rows.buffer[index]
      let cell = unsafe cells[Int(row)]
      if cell.kind == .buffer, let start = bytes.baseAddress {
        let offset = Int(cell.payload)
        unsafe words.values[index] = encoder.word(of: start + offset, count: Int(cell.length), readable: bytes.count - offset)
      } else {
        unsafe words.values[index] = batch.withText(of: cell) { text in unsafe encoder.word(of: text) }
      }
    }
  }

  @inline(__always)
  private mutating func fillBins(
    _ words: BatchVector<UInt64>, _ width: Int64, _ rows: BatchVector<UInt16>, _ time: (Int) -> Int64
  ) {
    for index in unsafe rows.buffer.indices {
      let row = unsafe rows.buffer[index]
      let time = time(Int(row))
      unsafe words.values[index] = time == RecordBatch.noTime ? KeyWord.noValue : bin.word(time, width: width)
    }
  }

  private mutating func fillNumbers(
    _ words: BatchVector<UInt64>, _ column: Int, _ rows: BatchVector<UInt16>, _ batch: borrowing RecordBatch
  ) {
    let cells = unsafe batch.cells(ofColumn: column)
    for index in unsafe rows.buffer.indices {
      let row = unsafe rows.buffer[index]
      let number = unsafe batch.number(of: cells[Int(row)])
      unsafe words.values[index] = number.map { encoder.word(of: $0) } ?? KeyWord.noValue
    }
  }
}
