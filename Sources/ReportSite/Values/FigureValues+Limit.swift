import LogQuery

extension FigureValues {
  /// Members that need every group.
  private static let membersOfAllGroups = ["first", "last", "rows", "max", "min", "mean", "median", "surprise"]

  /// Refuses what nobody knows once a log has more groups than are told apart: the total is exact then, and the share of a key that was told
  /// apart, if one column makes a group; all else would be a wrong number.
  func checkLimit(_ step: ResultPath.Step, of id: String) throws(PathProblem) {
    guard let groupLimit else { return }
    let isUnknown =
      switch step {
      case .member(let name): Self.membersOfAllGroups.contains(name)
      case .index: true
      case .call("share", _): groups.contains { $0.keys.count > 1 }
      case .call: false
      }
    guard isUnknown else { return }
    let path = if case .index = step { id + step.text } else { id + "." + step.text }
    throw PathProblem("‘\(path)’ is not known: the log has more groups than ‘group_limit: \(groupLimit)’ tells apart")
  }
}
