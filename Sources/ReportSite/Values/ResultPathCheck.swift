import Diagnostics
import LogQuery

/// Checks the names in expressions over results before any data are read, so that a mistyped id is reported with all other mistakes.
struct ResultPathCheck {
  /// Ids of the figures, each with whether it has values of its own.
  let figures: [String: Bool]
  /// Names of the sources.
  let sources: [String]

  /// Notes every name that nothing has.
  func check(_ expressions: [LocatedExpression], collector: DiagnosticCollector) {
    for expression in expressions {
      for (path, range) in expression.expression.paths {
        if let problem = problem(path) { collector.error(problem, at: expression.text.location(atScalar: range.lowerBound)) }
      }
    }
  }

  private func problem(_ path: ResultPath) -> String? {
    if path.root == "source" {
      guard case .member(let name)? = path.steps.first, !sources.contains(name) else { return nil }
      return "there is no source ‘\(name)’" + NearestNames.hint(for: name, among: sources)
    }
    guard let hasValues = figures[path.root] else {
      let known = figures.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } + ["source"]
      return "there is no figure ‘\(path.root)’" + NearestNames.hint(for: path.root, among: known)
    }
    guard hasValues else { return "the figure ‘\(path.root)’ has no values of its own" }
    switch path.steps.first {
    case .member(let name)?, .call(let name, _)?:
      guard !FigureValues.members.contains(name) else { return nil }
      return "‘\(path.root)’ has no value ‘\(name)’" + NearestNames.hint(for: name, among: FigureValues.members)
    case .index?, nil: return nil
    }
  }
}
