import CivilTime

/// What a word of a key is made from; columns are indices into the columns of the source.
enum KeySource: Hashable, Sendable {
  /// The bytes of a cell.
  case text(column: Int)
  /// `success`, `failure` or `unknown`.
  case outcome(column: Int)
  /// The start of the interval that holds the cell's time.
  case timeBin(column: Int, width: TimeSpan)
  /// The cell's number.
  case number(column: Int)

  /// The column it reads.
  var column: Int {
    switch self {
    case .text(let column), .outcome(let column), .timeBin(let column, _), .number(let column): column
    }
  }

  /// Whether words are read as texts.
  var isText: Bool {
    switch self {
    case .text, .outcome: true
    case .timeBin, .number: false
    }
  }
}
