import CivilTime
import Diagnostics
import LogRecords

/// Writes the records of any format under the canonical columns, in the order in which one lane of a scan hands them over.
final class CanonicalWriter: BatchConsumer {
  /// The columns written: those that one of the formats has, in canonical order.
  private let columns: [String]
  private let output: BufferedFile
  private var csv = CSVWriter()
  /// For each column written, the batch's column.
  private var places: [Int?] = []
  /// The text of the time written last; most records come with others of the same second.
  private var timeText = (time: Timestamp(nanoseconds: 0), bytes: Array("1970-01-01T00:00:00Z".utf8))
  /// Why nothing more is written.
  private(set) var failure: DiagnosticList?

  /// A writer that has put the header in its buffer.
  init(columns names: [String], output: BufferedFile) {
    columns = CanonicalColumns.all.filter(names.contains)
    self.output = output
    csv.writeRecord(columns)
  }

  /// Says what columns the batches that follow have.
  func begin(_ batchColumns: [Column]) {
    places = columns.map { name in batchColumns.firstIndex { $0.name == name } }
  }

  func consume(_ batch: borrowing RecordBatch) {
    guard failure == nil else { return }
    for row in 0..<batch.count {
      for place in places {
        let cell = place.map { batch.cell(row, column: $0) } ?? .missing
        switch cell.kind {
        case .time: write(Timestamp(nanoseconds: cell.payload))
        case .integer: csv.write(Int(cell.payload))
        default: unsafe csv.write(batch.bytes(of: cell))
        }
      }
      csv.endRecord()
    }
    do throws(DiagnosticList) { try csv.drain(to: output) } catch { failure = error }
  }

  /// Hands over what is left.
  func finish() throws(DiagnosticList) { try csv.drain(to: output, from: 0) }

  private func write(_ time: Timestamp) {
    if time != timeText.time { timeText = (time, Array(time.rfc3339.utf8)) }
    csv.write(timeText.bytes)
  }
}
