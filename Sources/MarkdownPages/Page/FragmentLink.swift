import Diagnostics

/// A link into the report itself: `[text](#id)`.
public struct FragmentLink: Hashable, Sendable {
  /// The id it names.
  public var id: String
  /// Where its `[` stands.
  public var location: SourceLocation

  /// A warning if the report has no such id, with near ones.
  public func diagnostic(known: Set<String>) -> Diagnostic? {
    guard !known.contains(id) else { return nil }
    let hint = NearestNames.hint(for: id, among: known)
    return Diagnostic(.warning, at: location, "the link ‘#\(id)’ leads nowhere" + hint)
  }
}
