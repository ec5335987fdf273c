import LogRecords

/// The counts of all keys of one counter, once a pass is over. A key is one or two words, the second 0 where there is one.
final class CountedKeys {
  /// Rows without a value for a key that needs one.
  private(set) var noValue = 0
  private let addresses: Counted<UInt32>
  private let words: Counted<UInt64>
  private let pairs: Counted<WordPair>

  /// Brings together what the lanes counted.
  init(_ lanes: [KeyCounter], shared: SharedCounts, hash: KeyHash) {
    addresses = Counted(lanes.map(\.addresses), shared.addresses, hash: hash)
    words = Counted(lanes.map(\.words), shared.words, hash: hash)
    pairs = Counted(lanes.map(\.pairs), shared.pairs, hash: hash)
    noValue = lanes.reduce(0) { $0 + $1.noValue }
  }

  /// Number of keys.
  var keyCount: Int { addresses.keyCount + words.keyCount + pairs.keyCount }

  /// Calls `body` with every key and its count, in no order that means anything.
  @inline(__always)
  func forEach(_ body: (WordPair, Int) -> Void) {
    addresses.forEach { body(WordPair(first: KeyWord.make(.address, UInt64($0)), second: 0), $1) }
    words.forEach { body(WordPair(first: $0, second: 0), $1) }
    pairs.forEach(body)
  }

  /// The counts of keys of one kind: in the partitions if there are any, else in one table.
  private final class Counted<Key: TableKey> {
    private var table: CountTable<Key>
    private let partitions: KeyPartitions<Key>?

    init(_ lanes: [KeyCounts<Key>], _ shared: SharedPartitions<Key>, hash: KeyHash) {
      let partitions = shared.existing
      var table = CountTable<Key>(hash: hash, room: partitions == nil ? lanes.reduce(0) { $0 + $1.ownCount } : 0)
      for lane in lanes { lane.finish(isPartitioned: partitions != nil) { table.add($0, times: $1) } }
      if let partitions { Self.settle(partitions, lanes: lanes.count) }
      self.table = table
      self.partitions = partitions
    }

    private static func settle(_ partitions: KeyPartitions<Key>, lanes: Int) {
      Lanes.run(
        (0..<lanes).map { lane in
          { for index in stride(from: lane, to: KeyPartitions<Key>.count, by: lanes) { partitions.settle(index) } }
        })
    }

    var keyCount: Int { partitions?.keyCount ?? table.count }

    @inline(__always)
    func forEach(_ body: (Key, Int) -> Void) {
      if let partitions { partitions.forEach(body) } else { table.forEach(body) }
    }
  }
}

/// What the lanes of one counter share.
struct SharedCounts: Sendable {
  let addresses: SharedPartitions<UInt32>
  let words: SharedPartitions<UInt64>
  let pairs: SharedPartitions<WordPair>

  init(hash: KeyHash) {
    addresses = SharedPartitions(hash: hash)
    words = SharedPartitions(hash: hash)
    pairs = SharedPartitions(hash: hash)
  }
}
