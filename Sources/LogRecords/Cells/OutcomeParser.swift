/// Tells success from failure by the words that logs use for them, in upper or lower case.
public enum OutcomeParser {
  /// What the bytes of a cell say; nil if there are none.
  public static func parse(_ bytes: UnsafeRawBufferPointer) -> Outcome? {
    let length = bytes.count
    guard length > 0 else { return nil }
    guard length < wordsByLength.count else { return .unknown }
    for word in wordsByLength[length] where unsafe equal(bytes, word.letters) { return word.outcome }
    return .unknown
  }

  /// What a text says; nil if it is empty.
  public static func parse(_ bytes: [UInt8]) -> Outcome? { unsafe bytes.withUnsafeBytes { unsafe parse($0) } }

  @inline(__always)
  private static func equal(_ bytes: UnsafeRawBufferPointer, _ letters: [UInt8]) -> Bool {
    for (offset, letter) in letters.enumerated() where unsafe bytes[offset].asciiLowercased != letter { return false }
    return true
  }

  private typealias Word = (letters: [UInt8], outcome: Outcome)

  /// Words by their number of bytes.
  private static let wordsByLength: [[Word]] = {
    let words: [Word] =
      successes.map { (Array($0.utf8), .success) } + failures.map { (Array($0.utf8), .failure) }
    let longest = words.map(\.letters.count).max() ?? 0
    return (0...longest).map { length in words.filter { $0.letters.count == length } }
  }()

  private static let successes = [
    "true", "t", "1", "yes", "y", "ok", "okay", "success", "successful", "succeeded", "succeed", "accepted", "accept", "allow", "allowed",
    "pass", "passed", "permit", "permitted", "grant", "granted", "authenticated", "authorized", "authorised", "audit success", "0x0",
  ]

  private static let failures = [
    "false", "f", "0", "no", "n", "fail", "failed", "failure", "unsuccessful", "deny", "denied", "reject", "rejected", "refused", "block",
    "blocked", "drop", "dropped", "error", "err", "invalid", "forbidden", "unauthorized", "unauthorised", "audit failure",
  ]
}
