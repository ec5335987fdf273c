/// Which columns of a source a pass decodes, and where they are in its batches.
struct ScanColumns: Sendable {
  /// Columns of the source, in the order of the batch's columns.
  let columns: [Int]
  /// The batch's column that holds the records' times.
  let timeColumn: Int?

  /// The wanted columns in their order, then the time column if times are read and it is not among them.
  init(_ source: RecordSource, wanted: [Int], readsTimes: Bool) {
    var columns = wanted
    var timeColumn: Int?
    if readsTimes, let time = source.columns.index(of: .time) {
      if !columns.contains(time) { columns.append(time) }
      timeColumn = columns.firstIndex(of: time)
    }
    self.columns = columns
    self.timeColumn = timeColumn
  }

  /// A decoder of these columns for a file, which may have them in another order.
  func decoder(for file: SourceFile) -> any RecordDecoder { file.layout.makeDecoder(wanted: columns.map { file.columnOrder[$0] }) }
}
