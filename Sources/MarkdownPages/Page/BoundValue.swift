import Diagnostics

/// A `{{…}}` in an author's text.
public struct BoundValue: Hashable, Sendable {
  /// The expression between the braces, trimmed, with the place of each of its scalars.
  public var expression: LocatedText
  /// Where its `{{` stands.
  public var location: SourceLocation
}
