import Diagnostics

/// A number in prose that is neither bound to the data nor part of a claim.
public struct BareFigure: Hashable, Sendable {
  /// The number as typed.
  public var text: String
  /// Where it stands.
  public var location: SourceLocation
}
