/// The layout of one CSV file: its columns as its header names them.
struct CSVLayout: RecordLayout {
  let columns: [Column]
  let dialect: CSVDialect
  let headerLength: Int
  let headerLines: Int
  let assumptions: [String] = []

  var split: InputSplit { .records(quote: CSVDialect.quote, delimiter: dialect.delimiter) }

  func makeDecoder(wanted: [Int]) -> any RecordDecoder { CSVDecoder(dialect, columnCount: columns.count, wanted: wanted) }
}
