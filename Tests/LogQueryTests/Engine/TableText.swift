import LogQuery

/// An answer as lines of text, so that a difference can be read.
enum TableText {
  /// The first line in which two answers differ; nil if they are equal.
  static func difference(_ found: ResultTable, _ expected: ResultTable) -> String? {
    if found == expected { return nil }
    let (first, second) = (lines(found), lines(expected))
    for index in 0..<max(first.count, second.count) {
      let one = index < first.count ? first[index] : "nothing"
      let other = index < second.count ? second[index] : "nothing"
      if one != other { return "found \(one), expected \(other)" }
    }
    return "a difference that has no text"
  }

  private static func lines(_ table: ResultTable) -> [String] {
    [
      "matched \(table.matched), no value \(table.noValue), rest groups \(table.restGroups), past the limit \(table.rowsPastLimit)",
      "totals \(list(table.totals))", "span \(String(describing: table.span)), bins \(String(describing: table.binWidth))",
    ]
      + table.rows.map { "row " + row($0) } + table.rest.map { "rest " + row($0) }
      + table.prefixes.map { "prefix " + row($0) } + table.pinned.map { "pinned " + row($0) }
      + table.distribution.map { "\($0.weight) groups of \($0.value)" }
      + table.keyDistribution.map { "\($0.weight) rows with \($0.value)" }
      + table.references.map { "reference \($0.offset) line \($0.line)" }
  }

  private static func row(_ row: ResultTable.Row) -> String { "\(list(row.keys)) -> \(list(row.values)), \(row.count) rows" }

  private static func list(_ values: [Value]) -> String {
    values.map { value in
      switch value {
      case .missing: "–"
      case .text(let text): "‘\(text.visible)’"
      case .integer(let integer): String(integer)
      case .decimal(let double): "\(double)d"
      case .time(let time): time.rfc3339
      case .duration(let span): "\(span.nanoseconds) ns"
      case .boolean(let truth): "\(truth)"
      }
    }.joined(separator: " ")
  }
}
