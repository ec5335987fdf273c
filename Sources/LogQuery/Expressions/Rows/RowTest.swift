import LogRecords
import SafeText

/// A test of a row, with its columns found and its types settled: what a `where:` comes down to.
///
/// A test of a column whose cell has no value, or not one of the type that the test needs, does not hold. Columns are indices into the
/// columns of the source.
indirect enum RowTest: Hashable, Sendable {
  case not(RowTest)
  case all([RowTest])
  case any([RowTest])
  /// The cell has no value.
  case isEmpty(column: Int)
  /// The cell's bytes compare so with a text.
  case text(column: Int, Comparison, ByteString)
  /// The cell's bytes are one of these texts.
  case textIn(column: Int, EqualTexts)
  /// The bytes of two cells compare so.
  case columns(Int, Comparison, Int)
  /// The cell says this outcome.
  case outcome(column: Int, Outcome)
  /// The cell is an address of the block.
  case network(column: Int, AddressBlock)
  /// The pattern is found in the cell.
  case matches(column: Int, Pattern)
  /// The cell is a number that compares so.
  case number(column: Int, Comparison, Number)
  /// The cell is a time of this closed range, in nanoseconds since the epoch.
  case time(column: Int, ClosedRange<Int64>)
  /// Two calculated values compare so.
  case scalars(RowScalar, Comparison, RowScalar)

  /// All patterns in the test.
  var patterns: [Pattern] {
    switch self {
    case .not(let test): test.patterns
    case .all(let tests), .any(let tests): tests.flatMap(\.patterns)
    case .matches(_, let pattern): [pattern]
    default: []
    }
  }
}

/// A number, time or duration of a row; none where a cell is not of its type, or the calculation has no result (a division by zero).
indirect enum RowScalar: Hashable, Sendable {
  case constant(Value)
  case number(column: Int)
  case time(column: Int)
  case arithmetic(Arithmetic, RowScalar, RowScalar)
}
