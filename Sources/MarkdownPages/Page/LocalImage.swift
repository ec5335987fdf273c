import Diagnostics

/// A picture beside the page: `![description](path)`.
public struct LocalImage: Hashable, Sendable {
  /// The path as typed, `%20` and the like decoded; nothing else is checked here, least of all that it stays in the report's folder.
  public var path: String
  /// What it shows, for those who do not see it.
  public var description: String
  /// Where its `!` stands.
  public var location: SourceLocation
}
