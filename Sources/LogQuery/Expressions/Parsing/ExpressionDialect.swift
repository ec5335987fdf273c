/// What the names in an expression stand for.
public enum ExpressionDialect: Hashable, Sendable {
  /// Columns and roles of a row, in `where:`.
  case rows
  /// Figures and sources, in `{{…}}` and claims.
  case results
}
