import SafeText

/// How many claims of a report hold.
public struct ClaimTally: Hashable, Sendable {
  /// Claims that hold.
  public var holding: Int
  /// Claims that do not.
  public var failing: Int

  /// A tally.
  public init(holding: Int, failing: Int) {
    self.holding = holding
    self.failing = failing
  }

  /// The tally of a ledger.
  public init(_ claims: [ClaimRow]) {
    failing = claims.count { $0.verdict == .fails }
    holding = claims.count - failing
  }

  /// `12 claims hold`, `1 of 12 claims does not hold`, with the mark; `No claims`.
  var markup: SafeHTML {
    let all = holding + failing
    if all == 0 { return SafeHTML("No claims") }
    if failing == 0 { return ClaimVerdict.holds.word(SafeHTML(text: all == 1 ? "1 claim holds" : "\(NumberText.count(all)) claims hold")) }
    let which = all == 1 ? "1 claim" : "\(NumberText.count(failing)) of \(NumberText.count(all)) claims"
    return ClaimVerdict.fails.word(SafeHTML(text: which + (failing == 1 ? " does not hold" : " do not hold")))
  }
}
