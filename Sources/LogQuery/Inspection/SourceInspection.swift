import Diagnostics
import LogRecords
import SafeText

/// What a source holds, column by column: found in one pass, for people who have just been handed a log.
public struct SourceInspection: Sendable {
  /// What a column holds.
  public struct ColumnSummary: Hashable, Sendable {
    /// The column and the role recognised.
    public var column: Column
    /// What its most frequent values are.
    public var type: CellType
    /// Rows without a value.
    public var missing: Int
    /// Number of different values.
    public var distinct: Int
    /// Its most frequent value; of several the first by bytes.
    public var example: ByteString?
  }

  /// The columns, in the order of the file.
  public let columns: [ColumnSummary]
  /// What the pass found out about the files.
  public let report: ScanReport

  /// How many of a column's most frequent values decide its type.
  private static let valuesSeen = 50

  /// Looks at all rows of a source.
  public init(_ engine: some Engine) throws(DiagnosticList) {
    let columns = try engine.columns()
    let groups = columns.map { Query(groups: [.column($0.name)], top: Query.Top(Self.valuesSeen)) }
    let missing = columns.map { Query(filter: Expression(.isEmpty(Expression(.column(ByteString($0.name)))))) }
    let (tables, report) = try engine.run(groups + missing)
    self.report = report
    self.columns = columns.indices.map { index in
      let table = tables[index]
      let values = table.rows.compactMap { row -> ByteString? in
        if case .text(let text)? = row.keys.first, !text.bytes.isEmpty { return text }
        return nil
      }
      let empty = tables[columns.count + index].matched
      return ColumnSummary(
        column: columns[index], type: columns[index].role == .outcome ? .outcome : CellType(of: values), missing: empty,
        distinct: table.groupCount - (empty > 0 ? 1 : 0), example: values.first)
    }
  }
}
