/// Decodes CSV by an index of its structural bytes: where a stretch has no quotes, a record is good if as many delimiters as expected lie
/// between two line feeds, and a wanted field lies between two neighbours in the index.
struct CSVDecoder: RecordDecoder {
  let dialect: CSVDialect
  let columnCount: Int
  let wanted: [Int]
  let index: StructuralIndex
  /// Index in `index.positions` of the first structural byte of each record of a stretch that is good.
  private var firsts: [UInt32] = []
  /// The fields of the record being read, where there are quotes.
  var fields: [FieldRange] = []

  /// Bytes indexed at a time: little enough to stay in the fastest cache with its index.
  private static let stretch = 1 << 14

  /// A decoder of the wanted ones among `columnCount` columns.
  init(_ dialect: CSVDialect, columnCount: Int, wanted: [Int]) {
    self.dialect = dialect
    self.columnCount = columnCount
    self.wanted = wanted
    index = StructuralIndex(delimiter: dialect.delimiter, quote: CSVDialect.quote)
  }

  mutating func decode(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, into batch: inout RecordBatch, tally: inout RecordTally
  ) -> Int {
    var position = 0
    var reach = Self.stretch
    let countBefore = batch.count
    while position < bytes.count, !batch.isFull {
      let end = min(position + reach, bytes.count)
      unsafe index.fill(bytes, position..<end)
      let used =
        index.hasQuotes
        ? unsafe decodeQuoted(bytes, from: position, into: &batch, tally: &tally)
        : unsafe decodePlain(bytes, from: position, into: &batch, tally: &tally)
      position += used
      if used > 0 {
        reach = Self.stretch
      } else if end < bytes.count {
        reach *= 4
      } else {
        if isLast {
          unsafe decodeUnterminated(UnsafeRawBufferPointer(rebasing: bytes[position...]), at: position, into: &batch, tally: &tally)
          position = bytes.count
        }
        break
      }
    }
    tally.records += batch.count - countBefore
    return position
  }

  /// Decodes the whole records of a stretch without quotes; gives the number of bytes used.
  private mutating func decodePlain(
    _ bytes: UnsafeRawBufferPointer, from start: Int, into batch: inout RecordBatch, tally: inout RecordTally
  ) -> Int {
    firsts.removeAll(keepingCapacity: true)
    var recordStart = start
    var first = 0
    let room = batch.capacity - batch.count
    for ordinal in 0..<index.lineFeedCount {
      if firsts.count == room { break }
      let last = unsafe Int(index.lineFeeds[ordinal])
      let end = unsafe Int(index.positions[last])
      let line = tally.lines + 1
      if last - first + 1 == columnCount, end - recordStart <= CSVDialect.longestField,
        unsafe columnCount > 1 || !Self.isBlank(bytes, recordStart..<end)
      {
        unsafe batch.places[batch.count + firsts.count] = RecordPlace(
          offset: UInt32(truncatingIfNeeded: recordStart), line: UInt32(truncatingIfNeeded: line))
        firsts.append(UInt32(truncatingIfNeeded: first))
      } else if unsafe Self.isBlank(bytes, recordStart..<end) {
        tally.blank += 1
      } else {
        let longest = unsafe longestField(first...last, from: recordStart, bytes)
        if let fault = fault(fieldCount: last - first + 1, length: end - recordStart, longestField: longest) {
          unsafe reject(fault, bytes, recordStart..<end, line: line, tally: &tally)
        } else {
          unsafe batch.places[batch.count + firsts.count] = RecordPlace(
            offset: UInt32(truncatingIfNeeded: recordStart), line: UInt32(truncatingIfNeeded: line))
          firsts.append(UInt32(truncatingIfNeeded: first))
        }
      }
      tally.lines += 1
      first = last + 1
      recordStart = end + 1
    }
    for (slot, column) in wanted.enumerated() { unsafe fill(slot, from: column, bytes, into: &batch) }
    batch.count += firsts.count
    return recordStart - start
  }

  /// Fills a wanted column for the records in `firsts`.
  @inline(__always)
  private func fill(_ slot: Int, from column: Int, _ bytes: UnsafeRawBufferPointer, into batch: inout RecordBatch) {
    let cells = unsafe batch.cells + (slot * batch.capacity + batch.count)
    let places = unsafe batch.places + batch.count
    let positions = unsafe index.positions
    let isLastColumn = column == columnCount - 1
    for record in 0..<firsts.count {
      let first = Int(firsts[record])
      let start = unsafe column == 0 ? places[record].offset : positions[first + column - 1] + 1
      var end = unsafe positions[first + column]
      if isLastColumn, end > start, unsafe bytes[Int(end) - 1] == UInt8(ascii: "\r") { end -= 1 }
      unsafe cells[record] = start == end ? .missing : Cell(.buffer, length: end - start, payload: Int64(start))
    }
  }

  /// The longest field of a record, as written.
  private func longestField(_ structural: ClosedRange<Int>, from start: Int, _ bytes: UnsafeRawBufferPointer) -> Int {
    var longest = 0
    var fieldStart = start
    for index in structural {
      let stop = unsafe Int(self.index.positions[index])
      let isCarriageReturn = unsafe index == structural.upperBound && stop > fieldStart && bytes[stop - 1] == UInt8(ascii: "\r")
      longest = max(longest, stop - fieldStart - (isCarriageReturn ? 1 : 0))
      fieldStart = stop + 1
    }
    return longest
  }

  /// Whether a record, without its line feed, holds nothing.
  @inline(__always)
  static func isBlank(_ bytes: UnsafeRawBufferPointer, _ record: Range<Int>) -> Bool {
    record.isEmpty || (unsafe record.count == 1 && bytes[record.lowerBound] == UInt8(ascii: "\r"))
  }
}
