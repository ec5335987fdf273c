/// How a file writes its records: comma-separated values as RFC 4180 has them, with any of four delimiters.
struct CSVDialect: Hashable, Sendable {
  /// The byte between fields.
  var delimiter: UInt8

  /// Opens a field where it is its first byte; within, doubled, it stands for itself.
  static let quote = UInt8(ascii: "\"")
  /// Delimiters looked for, in the order preferred.
  static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]

  /// Most bytes in a record, its line end not counted.
  static let longestRecord = 1 << 20
  /// Most bytes in a field as written, its quotes counted.
  static let longestField = 1 << 16
  /// Records looked at to tell the delimiter.
  private static let sampleRecords = 50

  /// The dialect of a file that begins with `sample`: of the delimiters that the header holds the one with which most of the first records
  /// have as many fields as the header; of equals the one that gives more fields. A comma where there is none.
  init(detecting sample: ArraySlice<UInt8>, isWhole: Bool) {
    var best = (delimiter: Self.delimiters[0], agreeing: 0.0, fields: 1)
    for delimiter in Self.delimiters {
      var reader = CSVTextReader(sample, delimiter: delimiter)
      var counts: [Int] = []
      while counts.count < Self.sampleRecords, let record = reader.next() {
        if !record.isBlank, record.isTerminated || isWhole { counts.append(record.fields.count) }
      }
      guard let fields = counts.first, fields > 1 else { continue }
      let agreeing = Double(counts.count { $0 == fields }) / Double(counts.count)
      if (agreeing, fields) > (best.agreeing, best.fields) { best = (delimiter, agreeing, fields) }
    }
    delimiter = best.delimiter
  }

  /// A dialect by its delimiter.
  init(delimiter: UInt8) { self.delimiter = delimiter }
}
