import Diagnostics
import LogQuery
import MarkdownPages
import SafeText

/// Groups of rows with their measures: what `bar`, `table` and `query` have in common.
struct Grouping {
  /// Groups shown where the author does not say.
  static let defaultTop = 20
  /// How many groups may be shown: a page is for people.
  static let topLimits = 1...10_000

  let columns: [String]
  let measures: [Measure]
  let top: Int
  /// How many groups are told apart; nil for all.
  let groupLimit: Int?

  /// The question for these groups.
  func query(_ filter: Expression?) -> Query {
    Query(
      filter: filter, groups: columns.map { .column($0) }, measures: measures,
      top: columns.isEmpty ? nil : Query.Top(top, prefix: columns.count), groupLimit: groupLimit)
  }

  /// What is plotted: `Rows by user_id where action == "login_attempt", top 20 of 87`.
  func subject(_ answer: ResultTable, filter: Expression?) -> String {
    var text = measures.map(\.title).joined(separator: ", ").capitalizedFirst
    if !columns.isEmpty { text += " by " + columns.joined(separator: ", ") }
    text += FigureSubject.filtered(filter)
    if answer.isPastLimit {
      text += answer.restGroups > 0 ? ", top \(NumberText.count(answer.rows.count)) of the " : ", the "
      text += answer.groupCount == 1 ? "first in the log" : "first \(NumberText.count(answer.groupCount)) in the log"
    } else if answer.restGroups > 0 {
      text += ", top \(NumberText.count(answer.rows.count)) of \(NumberText.count(answer.groupCount))"
    }
    return text
  }

  /// The groups, "other" and the measures over all rows; with a stack also the parts of each.
  func table(_ answer: ResultTable, split: StackedGroups? = nil) -> FigureTable {
    func cells(_ values: [Value], _ parts: [Double]?) -> [FigureTable.Cell] {
      (values + (parts ?? []).map { Value($0) }).map { FigureTable.Cell(measure: $0) }
    }
    var rows = answer.rows.enumerated().map { index, row in
      FigureTable.Row(cells: row.keys.map { FigureTable.Cell(key: $0) } + cells(row.values, split?.parts[index]))
    }
    let padding = Array(repeating: FigureTable.Cell(words: ""), count: max(0, columns.count - 1))
    for rest in answer.rest {
      let label = FigureTable.Cell(words: Self.restLabel(answer))
      rows.append(FigureTable.Row(kind: .other, cells: [label] + padding + cells(rest.values, split?.restParts)))
    }
    if !columns.isEmpty {
      // A reader takes a total for the sum of the lines above it.
      let label = FigureTable.Cell(words: measures.allSatisfy(\.isAdditive) ? "Total" : "All rows")
      rows.append(FigureTable.Row(kind: .total, cells: [label] + padding + cells(answer.totals, split?.totals)))
    }
    let series = (split?.series ?? []).map { FigureTable.Column(name: $0.visible, isNumber: true) }
    return FigureTable(
      columns: columns.map { FigureTable.Column(name: $0, isNumber: false) }
        + measures.map { FigureTable.Column(name: $0.text, isNumber: true) } + series, rows: rows,
      remark: limitSentence(answer)?.capitalizedFirst ?? "")
  }

  /// The name of everything that is not drawn by itself: with its number of groups where that is known.
  static func restLabel(_ answer: ResultTable) -> String {
    answer.isPastLimit ? "other" : "\(NumberText.count(answer.restGroups)) other"
  }

  /// Where every matching row went.
  static func ledger(_ answer: ResultTable) -> FigureLedger {
    let drawn = answer.rows.count
    let place = answer.query.groups.isEmpty ? "counted" : "in " + NumberText.count(drawn, of: "group")
    var parts = [FigureLedger.Part(count: answer.rows.reduce(0) { $0 + $1.count }, where: place)]
    if !answer.rest.isEmpty {
      parts.append(FigureLedger.Part(count: answer.rest.reduce(0) { $0 + $1.count }, where: "in \(restLabel(answer))"))
    }
    if answer.noValue > 0 { parts.append(FigureLedger.Part(count: answer.noValue, where: "without a value")) }
    return FigureLedger(parts: parts, total: answer.matched)
  }
}

/// A line of the rows ledger: parts that must add up to the rows that matched.
struct FigureLedger {
  /// Some of the rows and where they are.
  struct Part {
    var count: Int
    var `where`: String
  }

  var parts: [Part]
  var total: Int

  /// Whether every row is in exactly one part.
  var isBalanced: Bool { parts.reduce(0) { $0 + $1.count } == total }

  /// `183 in 20 groups + 22 in 67 other`.
  var sum: String { parts.map { "\(NumberText.count($0.count)) \($0.where)" }.joined(separator: " + ") }
}

/// Words for what a figure shows.
enum FigureSubject {
  /// ` where …`, or nothing.
  static func filtered(_ filter: Expression?) -> String { filter.map { " where " + ExpressionText.of($0) } ?? "" }
}

extension Measure {
  /// The measure in words: rows, different values of source_ip, mean bytes.
  var title: String {
    switch self {
    case .count: "rows"
    case .distinct(let column): "different values of \(column)"
    case .statistic(let statistic, let column): (statistic == .p95 ? "95th percentile of" : statistic.rawValue) + " \(column)"
    }
  }

  /// The measure as what a group has: number of rows, number of different values of source_ip, mean bytes.
  var numberTitle: String {
    switch self {
    case .count, .distinct: "number of " + title
    case .statistic: title
    }
  }
}

extension String {
  /// The text with its first letter, if it is ASCII, in upper case.
  var capitalizedFirst: String {
    guard let first = utf8.first, first >= 0x61, first <= 0x7A else { return self }
    return String(UnicodeScalar(first - 0x20)) + String(unicodeScalars.dropFirst())
  }
}

extension YAMLMapping {
  /// One column name or a list of them, at least one; the figure needs it.
  func columns(_ key: String, neededBy settings: FigureSettings) -> [String] {
    let names = texts(key)
    if names.isEmpty { collector.error("a ‘\(settings.kind)’ figure needs ‘\(key)’", at: settings.location) }
    for name in names where name.text.utf8.isEmpty { collector.error("‘\(key)’ names no column", at: name.location) }
    return names.compactMap { columnName($0) }
  }

  /// The name of one column, if the key is there.
  func column(_ key: String) -> String? { text(key).flatMap { columnName($0) } }

  /// A column as an expression names it: `user_id`, `column("odd name")`; or any other text, taken as the name itself.
  private func columnName(_ text: LocatedText) -> String? {
    guard !text.text.utf8.isEmpty else { return nil }
    guard text.text.utf8.starts(with: "column(".utf8) else { return text.text }
    guard case .column(let name)? = LocatedExpression(text, dialect: .rows, collector: collector)?.expression.kind else { return nil }
    return String(decoding: name.bytes, as: UTF8.self)
  }
}
