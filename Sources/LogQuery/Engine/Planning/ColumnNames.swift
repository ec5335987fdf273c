import CivilTime
import Diagnostics
import LogRecords
import SafeText

/// Finds the columns that queries name, and notes each name that is none.
struct ColumnNames {
  private let columns: [Column]
  private(set) var problems = DiagnosticList()
  private var unknown: Set<ByteString> = []

  init(_ columns: [Column]) { self.columns = columns }

  /// The column of a name; nil, and noted, if there is none.
  mutating func index(_ name: String) -> Int? {
    if let index = columns.index(named: name) { return index }
    if unknown.insert(ByteString(name)).inserted {
      let hint = NearestNames.hint(for: name, among: columns.map(\.name) + columns.compactMap { $0.role?.rawValue })
      problems.append(Diagnostic(.error, .content, "there is no column ‘\(name)’\(hint)"))
    }
    return nil
  }

  /// What a group key is made from; `binWidth` is that of a time bin whose width is not settled.
  mutating func source(_ key: GroupKey, binWidth: TimeSpan) -> KeySource? {
    guard let column = index(key.column) else { return nil }
    switch key {
    case .column: return columns[column].role == .outcome ? .outcome(column: column) : .text(column: column)
    case .timeBin(_, let width):
      guard width.nanoseconds > 0 else {
        problems.append(Diagnostic(.error, .content, "a time bin needs a width above zero"))
        return nil
      }
      return .timeBin(column: column, width: width)
    case .chosenTimeBin:
      guard column == columns.index(of: .time) else {
        let problem = Diagnostic(.error, .content, "‘\(key.column)’ is not the column of times, so its time bins need a width")
        if !problems.diagnostics.contains(problem) { problems.append(problem) }
        return nil
      }
      return .timeBin(column: column, width: binWidth)
    case .number: return .number(column: column)
    }
  }

  /// The filter that an expression is.
  mutating func filter(_ expression: Expression?) -> RowFilter? {
    guard let expression else { return nil }
    do throws(ExpressionErrors) {
      return try RowExpressionChecker.check(expression, columns: columns)
    } catch {
      for mistake in error.all {
        let problem = Diagnostic(.error, .content, mistake.message)
        if !problems.diagnostics.contains(problem) { problems.append(problem) }
      }
      return nil
    }
  }
}
