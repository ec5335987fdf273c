import SafeText

/// A length of intervals that makes too many of them.
public struct TimelineProblem: Error, Hashable, Sendable {
  /// What to tell who asked for it.
  public let message: String

  init(_ grid: TimelineGrid) {
    let span = "\(NumberText.time(grid.start(0))) to \(NumberText.time(grid.start(grid.count)))"
    message =
      "intervals of \(NumberText.duration(grid.width)) make \(NumberText.count(grid.count)) from \(span) UTC, "
      + "and at most \(NumberText.count(TimelineQuestion.mostAsked)) are drawn: ask for longer ones or leave the length out"
  }
}
