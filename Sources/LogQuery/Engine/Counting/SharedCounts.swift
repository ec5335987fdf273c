/// What the lanes of one counter share.
struct SharedCounts: Sendable {
  let addresses: SharedPartitions<UInt32>
  let words: SharedPartitions<UInt64>
  let pairs: SharedPartitions<WordPair>

  init(_ room: KeyRoom) {
    addresses = SharedPartitions(room)
    words = SharedPartitions(room)
    pairs = SharedPartitions(room)
  }
}
