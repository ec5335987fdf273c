import Diagnostics
import LogQuery
import LogRecords

/// The names that expressions over results know: the figures by id, and `source`.
struct ReportScope: ResultScope {
  /// What can be said of each figure; nil for one without values of its own.
  var figures: [String: FigureValues?]
  /// What the scan found out about each source.
  var sources: [String: ScanReport]

  private static let sourceMembers = ["rows", "first", "last", "rejected"]

  func value(of path: ResultPath, at range: Range<Int>) throws(ExpressionError) -> Value {
    do throws(PathProblem) {
      return try value(of: path)
    } catch {
      throw ExpressionError(error.message, at: range)
    }
  }

  private func value(of path: ResultPath) throws(PathProblem) -> Value {
    if path.root == "source" { return try sourceValue(path.steps) }
    guard let figure = figures[path.root] else {
      let known = figures.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } + ["source"]
      throw PathProblem("there is no figure ‘\(path.root)’" + NearestNames.hint(for: path.root, among: known))
    }
    guard let values = figure else { throw PathProblem("the figure ‘\(path.root)’ has no values of its own") }
    return try values.value(at: path.steps, of: path.root)
  }

  private func sourceValue(_ steps: [ResultPath.Step]) throws(PathProblem) -> Value {
    let names = sources.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard case .member(let name)? = steps.first else { throw PathProblem("write ‘source.NAME.rows’, NAME being one of the sources") }
    guard let report = sources[name] else {
      throw PathProblem("there is no source ‘\(name)’" + NearestNames.hint(for: name, among: names))
    }
    guard steps.count == 2, case .member(let member) = steps[1] else {
      throw PathProblem("say which value of ‘source.\(name)’: rows, first, last or rejected")
    }
    switch member {
    case "rows": return .integer(Int64(report.countedRecords))
    case "rejected": return .integer(Int64(report.tally.rejectedCount))
    case "first", "last":
      guard let times = report.counted else {
        throw PathProblem("‘source.\(name)’ has no times" + (report.outsidePeriod > 0 ? " inside the period" : ""))
      }
      return .time(member == "first" ? times.lowerBound : times.upperBound)
    default:
      throw PathProblem("a source has no value ‘\(member)’" + NearestNames.hint(for: member, among: Self.sourceMembers))
    }
  }
}
