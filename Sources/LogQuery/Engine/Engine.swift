import Diagnostics
import LogRecords
import SafeText

/// Answers questions about one source. The embedded one scans files; another may compile a ``Query`` to SQL for a cluster.
public protocol Engine: Sendable {
  /// The columns of the source, with the roles recognised.
  func columns() throws(DiagnosticList) -> [Column]

  /// Answers all queries in one pass, in their order, and reports on the files read.
  ///
  /// - Throws: a query that names an unknown column (each once, with near names), an input that can't be read, too many rejected records.
  func run(_ queries: [Query]) throws(DiagnosticList) -> (tables: [ResultTable], report: ScanReport)

  /// Fetches rows by their references, all cells, in the order asked for.
  func rows(_ references: [RowReference]) throws(DiagnosticList) -> [Record]
}
