import Diagnostics
import LogQuery
import LogRecords
import SafeText

/// Batches made from rows of text, and filters tried on them.
enum RowBatches {
  /// The filter that a text is, over columns.
  static func filter(_ text: String, columns: [Column]) throws -> RowFilter {
    let expression = try ExpressionParser.parse(text, dialect: .rows, at: SourceLocation(file: "test"))
    return try RowExpressionChecker.check(expression, columns: columns)
  }

  /// A batch of rows, nil for a missing cell.
  static func batch(_ rows: [[ByteString?]]) -> RecordBatch {
    var batch = RecordBatch(columnCount: rows.first?.count ?? 0)
    for row in rows {
      batch.appendRecord(offset: 0, line: 1)
      for (column, cell) in row.enumerated() {
        if let cell { batch.set(column, batch.cell(copying: cell.bytes)) }
      }
    }
    return batch
  }

  /// Whether a filter holds, for each row.
  static func holds(_ filter: RowFilter, _ rows: [[ByteString?]]) -> [Bool] {
    let batch = batch(rows)
    var predicate = BatchPredicate(filter, wanted: Array(0..<batch.columnCount))
    var selection = RowSelection(first: batch.count)
    predicate.narrow(&selection, in: batch)
    return rows.indices.map { selection[$0] }
  }
}
