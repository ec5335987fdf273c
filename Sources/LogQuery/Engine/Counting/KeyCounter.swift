/// Counts the keys of one counter for one lane: single words, addresses among them apart because half the bytes will do, or pairs of words.
final class KeyCounter {
  /// Rows without a value for a key that needs one.
  private(set) var noValue = 0
  let addresses: KeyCounts<UInt32>
  let words: KeyCounts<UInt64>
  let pairs: KeyCounts<WordPair>

  private var addressBatch: [UInt32] = []
  private var wordBatch: [UInt64] = []
  private var pairBatch: [WordPair] = []

  init(_ shared: SharedCounts, hash: KeyHash) {
    addresses = KeyCounts(shared.addresses, hash: hash)
    words = KeyCounts(shared.words, hash: hash)
    pairs = KeyCounts(shared.pairs, hash: hash)
  }

  /// Counts keys of one word.
  func add(_ keys: [UInt64], areTexts: Bool) {
    addressBatch.removeAll(keepingCapacity: true)
    wordBatch.removeAll(keepingCapacity: true)
    for key in keys {
      if key == KeyWord.noValue {
        noValue += 1
      } else if areTexts, KeyWord.isAddress(key) {
        addressBatch.append(UInt32(truncatingIfNeeded: key))
      } else {
        wordBatch.append(key)
      }
    }
    if !addressBatch.isEmpty { addresses.add(addressBatch) }
    words.add(wordBatch)
  }

  /// Counts keys of two words.
  func add(_ first: [UInt64], _ second: [UInt64]) {
    pairBatch.removeAll(keepingCapacity: true)
    for index in first.indices {
      if first[index] == KeyWord.noValue || second[index] == KeyWord.noValue {
        noValue += 1
      } else {
        pairBatch.append(WordPair(first: first[index], second: second[index]))
      }
    }
    pairs.add(pairBatch)
  }
}
