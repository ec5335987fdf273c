/// Decodes CSV by an index of its structural bytes: where a stretch has no quotes, a record is good if as many delimiters as expected lie
/// between two line feeds, and a wanted field lies between two neighbours in the index.
struct CSVDecoder: RecordDecoder {
  let dialect: CSVDialect
  let columnCount: Int
  let wanted: [Int]
  let index: StructuralIndex
  /// The fields of the record being read, where there are quotes.
  var fields: [FieldRange] = []
  /// Length of the longest of them, as written.
  var longestField = 0

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
    let room = batch.capacity - batch.count
    let places = unsafe batch.places + batch.count
    // For each good record the index of its first structural byte.
    let firsts = unsafe index.notes
    var good = 0
    var recordStart = start
    var first = 0
    var line = tally.lines
    for ordinal in 0..<index.lineFeedCount {
      if good == room { break }
      let last = unsafe Int(index.lineFeeds[ordinal])
      let end = unsafe Int(index.positions[last])
      line += 1
      if unsafe isSound(last &- first &+ 1, bytes, recordStart..<end) || accept(first...last, bytes, recordStart..<end, line: line, &tally)
      {
        unsafe places[good] = RecordPlace(offset: UInt32(truncatingIfNeeded: recordStart), line: UInt32(truncatingIfNeeded: line))
        unsafe firsts[good] = UInt32(truncatingIfNeeded: first)
        good += 1
      }
      first = last + 1
      recordStart = end + 1
    }
    tally.lines = line
    for (slot, column) in wanted.enumerated() { unsafe fill(slot, from: column, records: good, bytes, into: &batch) }
    batch.count += good
    return recordStart - start
  }

  /// Whether a record is good beyond doubt, as nearly all are: with the right number of fields, none of which can be too long.
  @inline(__always)
  private func isSound(_ fieldCount: Int, _ bytes: UnsafeRawBufferPointer, _ record: Range<Int>) -> Bool {
    fieldCount == columnCount && record.count <= CSVDialect.longestField && (unsafe columnCount > 1 || !Self.isBlank(bytes, record))
  }

  /// Whether a record of these structural bytes is good; else it is tallied for what it is.
  @inline(never)
  private func accept(
    _ structural: ClosedRange<Int>, _ bytes: UnsafeRawBufferPointer, _ record: Range<Int>, line: Int, _ tally: inout RecordTally
  ) -> Bool {
    if unsafe Self.isBlank(bytes, record) {
      tally.blank += 1
      return false
    }
    let longest = unsafe longestField(structural, from: record.lowerBound, bytes)
    guard let fault = fault(fieldCount: structural.count, length: record.count, longestField: longest) else { return true }
    unsafe reject(fault, bytes, record, line: line, tally: &tally)
    return false
  }

  /// Fills a wanted column for the good records of a stretch.
  @inline(__always)
  private func fill(_ slot: Int, from column: Int, records: Int, _ bytes: UnsafeRawBufferPointer, into batch: inout RecordBatch) {
    let cells = unsafe batch.cells + (slot * batch.capacity + batch.count)
    let firsts = unsafe index.notes
    // A field lies between the structural byte before it and the one after it.
    let ends = unsafe index.positions + column
    let isLastColumn = column == columnCount - 1
    for record in 0..<records {
      let first = unsafe Int(firsts[record])
      let start = unsafe ends[first &- 1] &+ 1
      var end = unsafe ends[first]
      if isLastColumn, end > start, unsafe bytes[Int(end) &- 1] == UInt8(ascii: "\r") { end -= 1 }
      unsafe cells[record] = Cell(start == end ? .missing : .buffer, length: end &- start, payload: Int64(start))
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
