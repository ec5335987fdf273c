/// What is computed over the rows of a group. Its text is its column name everywhere: `distinct(source_ip)`.
public enum Measure: Hashable, Sendable {
  /// Number of rows.
  case count
  /// Number of different values, compared by bytes; rows without a value do not count.
  case distinct(column: String)
  /// A statistic of the numbers in a column; cells that are not numbers are "no value".
  case statistic(Statistic, column: String)

  /// A statistic of numbers.
  public enum Statistic: String, Hashable, Sendable, CaseIterable {
    case sum, mean, median, min, max, p95
  }

  /// As an author writes it.
  public var text: String {
    switch self {
    case .count: "count"
    case .distinct(let column): "distinct(\(column))"
    case .statistic(let statistic, let column): "\(statistic.rawValue)(\(column))"
    }
  }

  /// The column it reads.
  public var column: String? {
    switch self {
    case .count: nil
    case .distinct(let column), .statistic(_, let column): column
    }
  }
}
