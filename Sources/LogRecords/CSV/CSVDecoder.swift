/// Decodes CSV by an index of the bytes that end fields: a record is good if as many fields as expected lie between two line feeds, and a wanted
/// field lies between two neighbours in the index.
struct CSVDecoder: RecordDecoder {
  let dialect: CSVDialect
  let columnCount: Int
  let wanted: [Int]
  let index: StructuralIndex
  /// The fields of the record being read, where quotes are irregular.
  var fields: [FieldRange] = []
  /// Length of the longest of them, as written, and the line feeds within quotes.
  var longestField = 0
  var innerLineFeedCount = 0

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
      let used: Int
      if index.isRegular {
        used = unsafe decodeRegular(bytes, position..<end, into: &batch, tally: &tally)
      } else {
        unsafe index.fillWithQuotes(bytes, position..<end)
        used = unsafe decodeIrregular(bytes, from: position, into: &batch, tally: &tally)
      }
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

  /// Decodes the whole records of a stretch whose quotes are regular; gives the number of bytes used.
  private mutating func decodeRegular(
    _ bytes: UnsafeRawBufferPointer, _ stretch: Range<Int>, into batch: inout RecordBatch, tally: inout RecordTally
  ) -> Int {
    if unsafe isUniform(bytes, stretch) {
      let columnCount = columnCount
      let records = placeUniform(into: &batch, &tally)
      for (slot, column) in wanted.enumerated() {
        unsafe fill(slot, from: column, records: records, bytes, into: &batch) { $0 &* columnCount }
      }
      batch.count += records
      return unsafe Int(index.positions[records * columnCount - 1] &+ 1) - stretch.lowerBound
    }
    // For each good record the index of its first structural byte.
    let firsts = unsafe index.notes
    let (good, end) = unsafe placeGood(bytes, from: stretch.lowerBound, into: &batch, &tally)
    for (slot, column) in wanted.enumerated() {
      unsafe fill(slot, from: column, records: good, bytes, into: &batch) { unsafe Int(firsts[$0]) }
    }
    batch.count += good
    return end - stretch.lowerBound
  }

  /// Whether all records of the stretch indexed are good beyond doubt, as they nearly always are: there are as many line feeds as there are
  /// records of the expected number of fields, and each stands where such a record ends. No field can be too long in so short a stretch.
  @inline(__always)
  private func isUniform(_ bytes: UnsafeRawBufferPointer, _ stretch: Range<Int>) -> Bool {
    let records = index.count / columnCount
    guard columnCount > 1, stretch.count <= CSVDialect.longestField, records == index.lineFeedCount else { return false }
    var differences: UInt8 = 0
    for record in 0..<records {
      differences |= unsafe bytes[Int(index.positions[record &* columnCount &+ columnCount &- 1])] ^ UInt8(ascii: "\n")
    }
    return differences == 0
  }

  /// Notes where the records of a uniform stretch begin; gives their number.
  @inline(__always)
  private func placeUniform(into batch: inout RecordBatch, _ tally: inout RecordTally) -> Int {
    let records = min(batch.capacity - batch.count, index.lineFeedCount)
    let places = unsafe batch.places + batch.count
    var line = tally.lines
    var inner = 0
    for record in 0..<records {
      line += 1
      let before = unsafe index.positions[record &* columnCount &- 1]
      unsafe places[record] = RecordPlace(offset: before &+ 1, line: UInt32(truncatingIfNeeded: line))
      if index.innerLineFeedCount > 0 { line += unsafe skipLineFeeds(&inner, before: index.positions[(record + 1) &* columnCount &- 1]) }
    }
    tally.lines = line
    return records
  }

  /// Notes where the good records of a stretch begin and tallies the others; gives the number of good ones and where the last of all ends.
  private func placeGood(
    _ bytes: UnsafeRawBufferPointer, from start: Int, into batch: inout RecordBatch, _ tally: inout RecordTally
  ) -> (good: Int, end: Int) {
    let room = batch.capacity - batch.count
    let places = unsafe batch.places + batch.count
    var good = 0
    var recordStart = start
    var first = 0
    var inner = 0
    for last in 0..<index.count {
      let end = unsafe Int(index.positions[last])
      guard unsafe bytes[end] == UInt8(ascii: "\n") else { continue }
      if good == room { break }
      let line = tally.lines + 1
      if unsafe isSound(last &- first &+ 1, bytes, recordStart..<end) || accept(first...last, bytes, recordStart..<end, line: line, &tally)
      {
        unsafe places[good] = RecordPlace(offset: UInt32(truncatingIfNeeded: recordStart), line: UInt32(truncatingIfNeeded: line))
        unsafe index.notes[good] = UInt32(truncatingIfNeeded: first)
        good += 1
      }
      tally.lines = line + skipLineFeeds(&inner, before: UInt32(truncatingIfNeeded: end))
      first = last + 1
      recordStart = end + 1
    }
    return (good, recordStart)
  }

  /// Moves past the line feeds within quotes that lie before a position; gives their number.
  @inline(__always)
  private func skipLineFeeds(_ next: inout Int, before end: UInt32) -> Int {
    let start = next
    while next < index.innerLineFeedCount, unsafe index.innerLineFeeds[next] < end { next += 1 }
    return next - start
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

  /// Fills a wanted column for the records of a stretch; `first` gives the index of a record's first structural byte.
  @inline(__always)
  private func fill(
    _ slot: Int, from column: Int, records: Int, _ bytes: UnsafeRawBufferPointer, into batch: inout RecordBatch, _ first: (Int) -> Int
  ) {
    let cells = unsafe batch.cells + (slot * batch.capacity + batch.count)
    // A field lies between the structural byte before it and the one after it.
    let ends = unsafe index.positions + column
    let isLastColumn = column == columnCount - 1
    let hasQuotes = index.hasQuotes
    for record in 0..<records {
      let first = first(record)
      let start = unsafe ends[first &- 1] &+ 1
      var end = unsafe ends[first]
      if isLastColumn, end > start, unsafe bytes[Int(end) &- 1] == UInt8(ascii: "\r") { end -= 1 }
      if hasQuotes, start < end, unsafe bytes[Int(start)] == CSVDialect.quote {
        unsafe cells[record] = quotedCell(bytes, Int(start)..<Int(end), &batch)
      } else {
        unsafe cells[record] = Cell(start == end ? .missing : .buffer, length: end &- start, payload: Int64(start))
      }
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
