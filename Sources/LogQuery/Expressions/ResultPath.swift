/// A path into a result: `logins.first.key`, `attempts.share(1)`, `source.logs.rows`.
public struct ResultPath: Hashable, Sendable {
  /// The figure's id, or `source`.
  public var root: String
  /// What follows it.
  public var steps: [Step]

  /// One step of a path.
  public enum Step: Hashable, Sendable {
    /// `.name`
    case member(String)
    /// `.name(argument)`
    case call(String, Literal)
    /// `[n]`, from 1
    case index(Int)
  }

  /// A path from a root.
  public init(root: String, steps: [Step]) {
    self.root = root
    self.steps = steps
  }
}
