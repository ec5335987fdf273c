/// Says keys made of texts of another dictionary in words of one.
struct KeyTranslation: Sendable {
  let sources: [KeySource]
  let dictionary: KeyDictionary

  /// A key of `other`; its texts are added to the dictionary, or else it is nil if one of them is not there.
  func key(_ key: WordPair, of other: KeyDictionary, adding: Bool) -> WordPair? {
    guard let last = sources.last else { return key }
    let reader = KeyReader(dictionary: other)
    switch sources.count {
    case 1: return word(key.first, of: last, reader, adding).map { WordPair(first: $0, second: 0) }
    case 2: return pair(word(key.first, of: sources[0], reader, adding), word(key.second, of: last, reader, adding))
    default:
      let words = zip(reader.words(key.first), sources).compactMap { word($0, of: $1, reader, adding) }
      guard words.count == sources.count - 1 else { return nil }
      let folded = place(of: unsafe words.withUnsafeBytes { unsafe Array($0) }, adding)
      return pair(folded.map { KeyWord.make(.dictionary, $0) }, word(key.second, of: last, reader, adding))
    }
  }

  private func pair(_ first: UInt64?, _ second: UInt64?) -> WordPair? {
    guard let first, let second else { return nil }
    return WordPair(first: first, second: second)
  }

  private func word(_ word: UInt64, of source: KeySource, _ reader: KeyReader, _ adding: Bool) -> UInt64? {
    switch source {
    case .timeBin: return word
    case .text, .outcome:
      guard KeyWord.form(of: word) == KeyWord.Form.dictionary.rawValue else { return word }
      return place(of: reader.bytes(word), adding).map { KeyWord.make(.dictionary, $0) }
    case .number:
      var isKnown = true
      let translated = NumberWord.word(reader.number(word)) { bytes in
        let place = place(of: bytes, adding)
        isKnown = place != nil
        return place ?? 0
      }
      return isKnown ? translated : nil
    }
  }

  private func place(of bytes: [UInt8], _ adding: Bool) -> UInt64? {
    adding ? dictionary.place(of: bytes) : dictionary.existingPlace(of: bytes)
  }
}
