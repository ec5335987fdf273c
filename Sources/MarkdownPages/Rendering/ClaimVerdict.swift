import SafeText

/// What came of a claim.
public struct ClaimVerdict: Hashable, Sendable {
  /// Its number in the report's ledger, from 1: it is marked with `id="p1"` and leads to `#c1`.
  public var number: Int
  /// Whether the data bear it out.
  public var holds: Bool
  /// What was found instead, where it does not hold.
  public var found: SafeHTML?

  /// A verdict.
  public init(number: Int, holds: Bool, found: SafeHTML? = nil) {
    self.number = number
    self.holds = holds
    self.found = found
  }
}
