import LogRecords
import SafeText

/// The group keys of a query: their words apart, their values, and their order.
struct GroupKeys {
  private(set) var sources: [KeySource]
  let reader: KeyReader
  /// By key, whether all its texts are whole numbers and so are ordered as such.
  private(set) var areIntegers: [Bool]

  /// The keys of a query whose groups `counted` holds.
  init(_ sources: [KeySource], reader: KeyReader, counted: CountedKeys) {
    self.sources = sources
    self.reader = reader
    areIntegers = sources.map(\.isText)
    // One text that is no number settles it, and is usually the first.
    for index in sources.indices where areIntegers[index] {
      areIntegers[index] = !counted.contains { key in
        let word = words(key)[index]
        return word != KeyWord.missing && reader.integer(word) == nil
      }
    }
  }

  /// The keys of a query to be changed, and not to be put in order.
  init(moving sources: [KeySource], reader: KeyReader) {
    self.sources = sources
    self.reader = reader
    areIntegers = sources.map { _ in false }
  }

  /// The keys after the first `count`.
  func afterPrefix(_ count: Int) -> GroupKeys {
    var keys = self
    keys.sources = Array(sources.dropFirst(count))
    keys.areIntegers = Array(areIntegers.dropFirst(count))
    return keys
  }

  /// No keys: all rows are one group.
  init(reader: KeyReader) {
    sources = []
    self.reader = reader
    areIntegers = []
  }

  /// One word a key.
  func words(_ key: WordPair) -> [UInt64] { words(key, count: sources.count) }

  /// The key of a counter that has one more word at its end, which is `second`.
  func withoutLast(_ key: WordPair) -> WordPair {
    switch sources.count {
    case 0: WordPair(first: 0, second: 0)
    case 1: WordPair(first: key.first, second: 0)
    default: pair(reader.words(key.first)[...])
    }
  }

  /// What a key begins with: its first `count` words.
  func prefix(_ key: WordPair, _ count: Int) -> WordPair { count == sources.count ? key : pair(words(key).prefix(count)) }

  /// What a key ends with: its words from the one at `start` on.
  func suffix(_ key: WordPair, from start: Int) -> WordPair { pair(words(key).dropFirst(start)) }

  /// Some words as a key.
  private func pair(_ words: ArraySlice<UInt64>) -> WordPair {
    guard let last = words.last else { return WordPair(first: 0, second: 0) }
    return words.count == 1 ? WordPair(first: last, second: 0) : WordPair(first: folded(words.dropLast()), second: last)
  }

  /// The words of a key that is so many words of others.
  func words(_ key: WordPair, count: Int) -> [UInt64] {
    switch count {
    case 0: []
    case 1: [key.first]
    case 2: [key.first, key.second]
    default: reader.words(key.first) + [key.second]
    }
  }

  /// A key that is so many words, with another word in one place; nil where `change` gives none.
  func replacing(_ place: Int, of count: Int, in key: WordPair, by change: (UInt64) -> UInt64?) -> WordPair? {
    if count < 3 {
      guard let word = change(place == 0 ? key.first : key.second) else { return nil }
      return place == 0 ? WordPair(first: word, second: key.second) : WordPair(first: key.first, second: word)
    }
    var words = words(key, count: count)
    guard let word = change(words[place]) else { return nil }
    words[place] = word
    return pair(words[...])
  }

  /// The last word of such a key.
  func last(_ key: WordPair) -> UInt64 { sources.isEmpty ? key.first : key.second }

  /// Some words as one.
  private func folded(_ words: ArraySlice<UInt64>) -> UInt64 {
    if words.count == 1, let word = words.first { return word }
    return KeyWord.make(.dictionary, reader.dictionary.place(of: unsafe Array(words).withUnsafeBytes { unsafe Array($0) }))
  }

  /// The values of a key.
  func values(_ key: WordPair) -> [Value] { zip(words(key), sources).map { reader.value($0, of: $1) } }

  /// Whether one key comes before another: key by key, whole numbers, numbers and times in their order, texts by bytes.
  func isBefore(_ left: WordPair, _ right: WordPair) -> Bool {
    if sources.count == 1 { return order(left.first, right.first, key: 0) == .before }
    return isBefore(words(left), words(right))
  }

  /// Whether the first keys of one group come before those of another.
  func isBefore(_ left: [UInt64], _ right: [UInt64], from start: Int = 0) -> Bool {
    for (index, (first, second)) in zip(left, right).enumerated() {
      switch order(first, second, key: start + index) {
      case .before: return true
      case .after: return false
      case .same: continue
      }
    }
    return false
  }

  /// A number that orders keys as ``isBefore(_:_:)`` does unless it is equal: taken once a key, it saves most looks at bytes.
  ///
  /// - Parameter start: how many bytes the first texts of all keys have in common.
  func leadingOrder(_ key: WordPair, from start: Int) -> UInt128 {
    guard let word = firstText(key) else { return 0 }
    return areIntegers[0] ? UInt128(UInt64(bitPattern: (reader.integer(word) ?? .min) ^ .min)) : reader.leadingBytes(word, from: start)
  }

  /// How many of the first `limit` bytes of a text begin the first text of a key, too.
  func commonLength(_ key: WordPair, _ text: [UInt8], limit: Int) -> Int {
    guard let word = firstText(key) else { return 0 }
    return zip(text.prefix(limit), reader.bytes(word)).prefix { $0 == $1 }.count
  }

  /// The bytes of the first text of a key; none where the first key is no text, or a whole number.
  func firstBytes(_ key: WordPair) -> [UInt8] {
    areIntegers.first == true ? [] : firstText(key).map(reader.bytes) ?? []
  }

  private func firstText(_ key: WordPair) -> UInt64? {
    guard let source = sources.first, source.isText else { return nil }
    return sources.count < 3 ? key.first : reader.words(key.first)[0]
  }

  private enum Order { case before, same, after }

  private func order(_ left: UInt64, _ right: UInt64, key: Int) -> Order {
    if left == right { return .same }
    switch sources[key] {
    case .timeBin: return Int64(bitPattern: left) < Int64(bitPattern: right) ? .before : .after
    case .number: return reader.number(left).order(to: reader.number(right)) == .less ? .before : .after
    case .text, .outcome:
      if areIntegers[key] { return reader.integer(left) ?? .min < reader.integer(right) ?? .min ? .before : .after }
      return reader.isBefore(left, right) ? .before : .after
    }
  }
}
