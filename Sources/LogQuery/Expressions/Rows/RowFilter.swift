/// A `where:` expression found to make sense over the columns of a source; made by ``RowExpressionChecker``.
///
/// Filters that test the same are equal, however they were written.
public struct RowFilter: Hashable, Sendable {
  /// The columns it reads: indices into the columns of the source, ascending.
  public let columns: [Int]
  /// What it tests.
  let test: RowTest
}
