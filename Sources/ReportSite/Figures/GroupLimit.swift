import Diagnostics
import LogQuery
import SafeText

extension Grouping {
  /// How many groups an author may have told apart; who wants more than the most needs no limit, but memory.
  static let groupLimits = 1...1_000_000

  /// What a figure past its limit can't see, in a sentence without a capital; nil where it saw everything.
  func limitSentence(_ answer: ResultTable) -> String? {
    guard answer.isPastLimit else { return nil }
    let (groups, rows) = (answer.groupCount, answer.rowsPastLimit)
    let what = (columns.count == 1 ? "value" : "combination") + (groups == 1 ? "" : "s") + " of " + columns.joined(separator: ", ")
    return
      "only the first \(groups == 1 ? "" : NumberText.count(groups) + " ")\(what) in the log \(groups == 1 ? "was" : "were") told apart; "
      + "\(NumberText.count(rows)) \(rows == 1 ? "row" : "rows") of later ones \(rows == 1 ? "is" : "are") counted together as “other”, "
      + "and how many of them there are is not known."
  }
}

extension YAMLMapping {
  /// How many groups are to be told apart, by ‘group_limit’; nil where it is absent or, after a note, can't be had.
  func groupLimit(of columns: [String], _ measures: [Measure]) -> Int? {
    guard let location = value("group_limit")?.location else { return nil }
    let other = measures.filter { $0 != .count }
    for measure in other {
      collector.error("past ‘group_limit’ only rows are counted, and ‘\(measure.text)’ is another measure", at: location)
    }
    if value("by") == nil { collector.error("‘group_limit’ limits groups: say which with ‘by’", at: location) }
    let limit = number("group_limit", in: Grouping.groupLimits)
    return other.isEmpty && !columns.isEmpty ? limit : nil
  }
}
