import SafeText

/// What testing a claim on the data gave.
public enum ClaimVerdict: Hashable, Sendable {
  /// The statement is true of the data.
  case holds
  /// It is not.
  case fails
}

/// A row of the claims ledger.
public struct ClaimRow: Hashable, Sendable {
  /// Its number, from 1 in the order of the text; the passage has the id `p` and this number, the row `c` and this number.
  public var number: Int
  /// The passage, word for word.
  public var sentence: SafeHTML
  /// The test, as the author wrote it.
  public var test: String
  /// The value that was found.
  public var found: SafeHTML
  /// What the test gave.
  public var verdict: ClaimVerdict

  /// A row.
  public init(number: Int, sentence: SafeHTML, test: String, found: SafeHTML, verdict: ClaimVerdict) {
    self.number = number
    self.sentence = sentence
    self.test = test
    self.found = found
    self.verdict = verdict
  }
}
