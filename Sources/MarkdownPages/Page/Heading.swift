import Diagnostics

/// A heading of a page.
public struct Heading: Hashable, Sendable {
  /// The level that the author gave it, from 1 to 6.
  public var level: Int
  /// Its text without markup; a bound value is left out.
  public var text: String
  /// The id of its section, unique in the report.
  public var id: String
  /// Where it starts.
  public var location: SourceLocation
}
