extension ResultTable {
  /// What whoever asked should know of an answer that says less than was asked: measures and keys for which no row has what they need.
  public var warnings: [String] {
    guard matched > 0 else { return [] }
    let rows = query.filter == nil ? "" : " in a row that matches"
    let needs = query.groups.compactMap(\.need)
    if noValue == matched {
      guard needs.count == 1 else { return ["no row has all of the times and numbers that it is grouped by"] }
      return ["no row is in a group: no cell of ‘\(needs[0].column)’\(rows) is \(needs[0].what)"]
    }
    return zip(query.measures, totals).compactMap { measure, total in
      guard total == .missing, let column = measure.column else { return nil }
      let why =
        switch measure {
        case _ where withoutNumbers.contains(measure) && needs.isEmpty: "no cell of ‘\(column)’\(rows) is a number"
        case _ where withoutNumbers.contains(measure): "no row that is in a group has a number in ‘\(column)’"
        case .statistic(.median, _), .statistic(.p95, _): "‘\(column)’ holds numbers too far apart"
        default: "‘\(column)’ holds numbers too large to be added exactly"
        }
      return "‘\(measure.text)’ has no value: \(why)"
    }
  }
}

extension GroupKey {
  /// What a row needs to have in which column to be in a group; nil where any cell will do.
  fileprivate var need: (column: String, what: String)? {
    switch self {
    case .column: nil
    case .timeBin(let column, _), .chosenTimeBin(let column, _): (column, "a time")
    case .number(let column): (column, "a number")
    }
  }
}
