import CivilTime
import LogRecords
import SafeText

/// Tests the records of batches against a filter, column by column.
///
/// It serves one lane of a scan at a time: searches for a pattern share its memory. `and` and `or` narrow what is left to be tested, so a cheap
/// test written first spares the dear one after it.
public struct BatchPredicate {
  /// How often a search for a pattern was given up at its limit; these cells count as no match, and the report says so.
  public internal(set) var searchesGivenUp = 0

  private let test: RowTest
  /// The batch's column for each column of the source, -1 for those not wanted.
  private let batchColumns: [Int]
  private let timestamps: TimestampParser
  /// The column of the source that a batch's `times` are of.
  private let timeColumn: Int?
  private let patterns: [Pattern: RegularExpression]

  /// A predicate for batches whose columns are `wanted`: indices into the columns of the source, among them all of `filter.columns`.
  ///
  /// - Parameters:
  ///   - timestamps: reads the times in cells.
  ///   - timeColumn: the column of the source whose times a batch brings along in `times`, if it has any.
  public init(_ filter: RowFilter, wanted: [Int], timestamps: TimestampParser = TimestampParser(), timeColumn: Int? = nil) {
    test = filter.test
    self.timestamps = timestamps
    self.timeColumn = timeColumn
    var batchColumns = Array(repeating: -1, count: (wanted.max() ?? -1) + 1)
    for (position, column) in wanted.enumerated() where batchColumns[column] < 0 { batchColumns[column] = position }
    self.batchColumns = batchColumns
    var patterns: [Pattern: RegularExpression] = [:]
    for pattern in test.patterns { patterns[pattern] = try? RegularExpression(pattern) }
    self.patterns = patterns
  }

  /// Leaves in the selection the records for which the filter holds.
  public mutating func narrow(_ selection: inout RowSelection, in batch: borrowing RecordBatch) {
    selection = select(test, among: selection, in: batch)
  }

  /// The records among some for which a test holds.
  private mutating func select(_ test: RowTest, among rows: RowSelection, in batch: borrowing RecordBatch) -> RowSelection {
    switch test {
    case .not(let inner):
      var result = rows
      result.subtract(select(inner, among: rows, in: batch))
      return result
    case .all(let tests):
      var result = rows
      for test in tests where !result.isEmpty { result = select(test, among: result, in: batch) }
      return result
    case .any(let tests):
      var result = RowSelection()
      var rest = rows
      for test in tests where !rest.isEmpty {
        let found = select(test, among: rest, in: batch)
        rest.subtract(found)
        result.formUnion(found)
      }
      return result
    case .isEmpty(let column):
      let cells = unsafe batch.cells(ofColumn: batchColumns[column])
      return rows.filtered { row in unsafe cells[row].kind == .missing }
    case .text(let column, let comparison, let text):
      return Self.select(batchColumns[column], comparison, text, among: rows, in: batch)
    case .textIn(let column, let texts):
      return Self.select(batchColumns[column], in: texts, among: rows, in: batch)
    case .columns(let first, let comparison, let second):
      return Self.select(batchColumns[first], comparison, batchColumns[second], among: rows, in: batch)
    case .outcome(let column, let outcome):
      return unsafe Self.select(batchColumns[column], among: rows, in: batch) { unsafe OutcomeParser.parse($0) == outcome }
    case .network(let column, let block):
      return unsafe Self.select(batchColumns[column], among: rows, in: batch) {
        unsafe AddressParser.parse($0).map(block.contains) ?? false
      }
    case .matches(let column, let pattern):
      guard let expression = patterns[pattern] else { return RowSelection() }
      var givenUp = 0
      let result = unsafe Self.select(batchColumns[column], among: rows, in: batch) { bytes in
        let verdict = unsafe expression.search(bytes)
        if verdict == .limitExceeded { givenUp += 1 }
        return verdict == .found
      }
      searchesGivenUp += givenUp
      return result
    case .number(let column, let comparison, let number):
      return Self.select(batchColumns[column], comparison, number, among: rows, in: batch)
    case .time(let column, let range):
      return rows.filtered { row in
        guard let time = time(row, column, in: batch) else { return false }
        return range.contains(time.nanoseconds)
      }
    case .scalars(let left, let comparison, let right):
      return rows.filtered { row in
        guard let order = value(of: left, row: row, in: batch)?.order(to: value(of: right, row: row, in: batch) ?? .missing) else {
          return false
        }
        return comparison.holds(order)
      }
    }
  }

  // MARK: Calculations

  private func value(of scalar: RowScalar, row: Int, in batch: borrowing RecordBatch) -> Value? {
    switch scalar {
    case .constant(let value): return value
    case .number(let column): return batch.number(of: batch.cell(row, column: batchColumns[column])).map(Value.init)
    case .time(let column): return time(row, column, in: batch).map(Value.time)
    case .arithmetic(let operation, let left, let right):
      guard let first = value(of: left, row: row, in: batch), let second = value(of: right, row: row, in: batch) else { return nil }
      return try? Value.calculate(operation, first, second)
    }
  }

  /// The time of a record in a column of the source.
  @inline(__always)
  private func time(_ row: Int, _ column: Int, in batch: borrowing RecordBatch) -> Timestamp? {
    if column == timeColumn, !batch.times.isEmpty {
      let time = batch.times[row]
      return time == RecordBatch.noTime ? nil : Timestamp(nanoseconds: time)
    }
    return batch.time(of: batch.cell(row, column: batchColumns[column]), timestamps)
  }
}
