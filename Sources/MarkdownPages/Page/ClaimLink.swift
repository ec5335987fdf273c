import Diagnostics

/// A sentence that the author asserts of the data: `[sentence](claim: "expression")`.
public struct ClaimLink: Hashable, Sendable {
  /// The sentence as plain text in pieces, so that the claims ledger can repeat it with its bound values.
  public var sentence: [SentencePiece]
  /// The expression between the quotes, with the place of each of its scalars.
  public var expression: LocatedText
  /// Where its `[` stands.
  public var location: SourceLocation
}
