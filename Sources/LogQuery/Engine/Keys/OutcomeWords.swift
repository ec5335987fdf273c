import LogRecords

/// Turns the words of cells into the words of the outcomes that they say; the few spellings of a log are remembered.
struct OutcomeWords {
  private var known = [(text: UInt64, outcome: UInt64)](repeating: (KeyWord.missing, KeyWord.missing), count: slotCount)
  private let reader: KeyReader

  private static let slotCount = 64
  private static let words: [UInt64] = Outcome.allCases.map { KeyWord.inline($0.text.bytes) ?? KeyWord.missing }

  init(_ dictionary: KeyDictionary) { reader = KeyReader(dictionary: dictionary) }

  /// The word of `success`, `failure` or `unknown` for the word of a cell; no value stays no value.
  @inline(__always)
  mutating func word(_ text: UInt64) -> UInt64 {
    let slot = Int(truncatingIfNeeded: text ^ text >> 8 ^ text >> 16) & (Self.slotCount - 1)
    if known[slot].text == text { return known[slot].outcome }
    let outcome = OutcomeParser.parse(reader.bytes(text)).map { Self.words[Int($0.rawValue)] } ?? KeyWord.missing
    known[slot] = (text, outcome)
    return outcome
  }
}
