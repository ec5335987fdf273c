/// Counts the keys of one counter for one lane: single words, addresses among them apart because half the bytes will do, or pairs of words.
final class KeyCounter {
  /// Rows without a value for a key that needs one.
  private(set) var noValue = 0
  let addresses: KeyCounts<UInt32>
  let words: KeyCounts<UInt64>
  let pairs: KeyCounts<WordPair>

  private let addressBatch = BatchVector<UInt32>(filler: 0)
  private let wordBatch = BatchVector<UInt64>(filler: 0)
  private let pairBatch = BatchVector<WordPair>(filler: .filler)

  init(_ shared: SharedCounts, _ room: KeyRoom) {
    addresses = KeyCounts(shared.addresses, room)
    words = KeyCounts(shared.words, room)
    pairs = KeyCounts(shared.pairs, room)
  }

  /// Counts keys of one word.
  func add(_ keys: BatchVector<UInt64>, areTexts: Bool) {
    var addressCount = 0
    var wordCount = 0
    for position in unsafe keys.buffer.indices {
      let key = unsafe keys.buffer[position]
      guard key != KeyWord.noValue else { continue }
      if areTexts, KeyWord.isAddress(key) {
        unsafe addressBatch.values[addressCount] = UInt32(truncatingIfNeeded: key)
        addressCount += 1
      } else {
        unsafe wordBatch.values[wordCount] = key
        wordCount += 1
      }
    }
    noValue += keys.count - addressCount - wordCount
    addressBatch.count = addressCount
    wordBatch.count = wordCount
    if addressCount > 0 { addresses.add(addressBatch) }
    if wordCount > 0 { words.add(wordBatch) }
  }

  /// Counts keys of two words.
  func add(_ first: BatchVector<UInt64>, _ second: BatchVector<UInt64>) {
    var count = 0
    for index in 0..<first.count {
      let pair = unsafe WordPair(first: first.values[index], second: second.values[index])
      if pair.first == KeyWord.noValue || pair.second == KeyWord.noValue { continue }
      unsafe pairBatch.values[count] = pair
      count += 1
    }
    noValue += first.count - count
    pairBatch.count = count
    if count > 0 { pairs.add(pairBatch) }
  }
}
