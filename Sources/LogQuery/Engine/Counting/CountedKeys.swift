/// The counts of all keys of one counter, once a pass is over. A key is one or two words, the second 0 where there is one.
struct CountedKeys: Sendable {
  /// Rows without a value for a key that needs one.
  let noValue: Int
  /// Rows of keys past a limit, of which nothing else is known.
  let rowsPastLimit: Int
  private let addresses: SettledCounts<UInt32>
  private let words: SettledCounts<UInt64>
  private let pairs: SettledCounts<WordPair>
  private let lanes: Int

  /// Brings together what the lanes counted.
  init(_ lanes: [KeyCounter], shared: SharedCounts, _ room: KeyRoom) {
    addresses = SettledCounts(lanes.map(\.addresses), shared.addresses, room)
    words = SettledCounts(lanes.map(\.words), shared.words, room)
    pairs = SettledCounts(lanes.map(\.pairs), shared.pairs, room)
    noValue = lanes.reduce(0) { $0 + $1.noValue }
    self.lanes = lanes.count
    rowsPastLimit = 0
  }

  /// The keys that a limit let in.
  init(_ admitted: AdmittedKeys, _ room: KeyRoom) {
    var table = CountTable<WordPair>(room, expecting: admitted.count)
    admitted.forEach { table.add($0, times: $1) }
    addresses = SettledCounts(CountTable(room), room)
    words = SettledCounts(CountTable(room), room)
    pairs = SettledCounts(table, room)
    noValue = admitted.noValue
    rowsPastLimit = admitted.rowsPastLimit
    lanes = 1
  }

  /// The counts of other keys, none of them a text of its own, by the keys of `wordCount` words that `moved` makes of them; rows whose key it
  /// makes none of have no value.
  init(_ others: CountedKeys, wordCount: Int, room: KeyRoom, moved: (WordPair) -> WordPair?) {
    var words = CountTable<UInt64>(room)
    var pairs = CountTable<WordPair>(room)
    var noValue = others.noValue
    others.forEach { key, count in
      guard let key = moved(key) else {
        noValue += count
        return
      }
      if wordCount == 1 { words.add(key.first, times: count) } else { pairs.add(key, times: count) }
    }
    self.noValue = noValue
    addresses = SettledCounts(CountTable<UInt32>(room), room)
    self.words = SettledCounts(words, room)
    self.pairs = SettledCounts(pairs, room)
    rowsPastLimit = others.rowsPastLimit
    lanes = 1
  }

  /// Number of keys.
  var keyCount: Int { addresses.keyCount + words.keyCount + pairs.keyCount }

  /// Number of keys of one word that are a text.
  var textCount: Int { addresses.keyCount + words.keyCount - (words.contains(KeyWord.missing) ? 1 : 0) }

  /// Calls `body` with every key and its count, in no order that means anything.
  @inline(__always)
  func forEach(_ body: (WordPair, Int) -> Void) { forEach(inShare: 0, of: 1, body) }

  /// Whether `holds` says true of any key.
  func contains(where holds: (WordPair) -> Bool) -> Bool {
    addresses.contains { holds(Self.pair($0)) } || words.contains { holds(Self.pair($0)) } || pairs.contains(where: holds)
  }

  /// How many threads it is worth to go through all keys with.
  var shareCount: Int { keyCount < Self.fewKeys ? 1 : lanes }

  private static let fewKeys = 100_000

  /// Calls `body` with every key of one of so many shares, and its count, in no order that means anything.
  @inline(__always)
  func forEach(inShare share: Int, of shares: Int, _ body: (WordPair, Int) -> Void) {
    addresses.forEach(inShare: share, of: shares) { body(Self.pair($0), $1) }
    words.forEach(inShare: share, of: shares) { body(Self.pair($0), $1) }
    pairs.forEach(inShare: share, of: shares, body)
  }

  @inline(__always)
  private static func pair(_ address: UInt32) -> WordPair { WordPair(first: KeyWord.make(.address, UInt64(address)), second: 0) }
  @inline(__always)
  private static func pair(_ word: UInt64) -> WordPair { WordPair(first: word, second: 0) }
}
