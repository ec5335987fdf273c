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
