import Diagnostics
import LogRecords
import SafeText

extension ScanEngine {
  /// Fetches rows by offset from plain files, by another pass from compressed ones: see ``Engine/rows(_:)``.
  public func rows(_ references: [RowReference]) throws(DiagnosticList) -> [Record] {
    let wanted = Set(references)
    guard !wanted.isEmpty else { return [] }
    let collectors = (0..<jobs).map { _ in RowCollector(wanted, columnCount: source.columns.count) }
    var scan = scan(Array(source.columns.indices))
    scan.takesDigests = false
    scan.readsTimes = false
    _ = try scan.run(collectors)
    var found: [RowCollector.Place: [ByteString?]] = [:]
    for collector in collectors { found.merge(collector.found) { first, _ in first } }
    var records: [Record] = []
    for reference in references {
      guard let cells = found[RowCollector.Place(reference)] else {
        let name = source.files.indices.contains(reference.file) ? source.files[reference.file].input.name : "file \(reference.file)"
        throw DiagnosticList([Diagnostic(.error, .input, "‘\(name)’ has no record at offset \(reference.offset) any more")])
      }
      records.append(Record(reference: reference, cells: cells))
    }
    return records
  }
}

/// Picks records out of a pass by their places.
final class RowCollector: BatchConsumer {
  /// Where a record is.
  struct Place: Hashable {
    var file: Int
    var offset: Int64

    init(_ reference: RowReference) { (file, offset) = (reference.file, reference.offset) }
  }

  private let wanted: Set<Place>
  private let columnCount: Int
  private(set) var found: [Place: [ByteString?]] = [:]

  init(_ references: Set<RowReference>, columnCount: Int) {
    wanted = Set(references.map(Place.init))
    self.columnCount = columnCount
  }

  func consume(_ batch: borrowing RecordBatch) {
    for row in 0..<batch.count {
      let place = Place(RowReference(file: batch.file, offset: batch.recordOffset(row), line: 0))
      guard wanted.contains(place) else { continue }
      found[place] = (0..<columnCount).map { batch.text(of: batch.cell(row, column: $0)) }
    }
  }
}
