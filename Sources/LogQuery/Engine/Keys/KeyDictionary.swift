/// The texts of one pass that are too long to be words, each once: its place stands for it.
///
/// All lanes share it. It is cut into shards by hash, each with a lock, so that lanes seldom meet; and a lane asks only for texts that it does
/// not remember itself (``KeyEncoder``). Places depend on chance; they are never seen.
final class KeyDictionary: Sendable {
  private static let shardBits = 6
  private let shards: [Locked<TextTable>]
  let room: KeyRoom
  var hash: KeyHash { room.hash }

  init(_ room: KeyRoom) {
    self.room = room
    shards = (0..<1 << Self.shardBits).map { _ in Locked(TextTable(room.budget)) }
  }

  /// The place of a text whose hash is given; it is added if it is new.
  func place(of bytes: UnsafeRawBufferPointer, hash: UInt64) -> UInt64 {
    let shard = hash >> UInt64(64 - Self.shardBits)
    let index = shards[Int(shard)].withLock { unsafe $0.index(of: bytes, hash: hash) }
    return UInt64(index) << UInt64(Self.shardBits) | shard
  }

  /// The place of a text; it is added if it is new.
  func place(of bytes: [UInt8]) -> UInt64 {
    unsafe bytes.withUnsafeBytes { bytes in unsafe place(of: bytes, hash: hash.mix(bytes)) }
  }

  /// The place of a text; nil if nobody added it.
  func existingPlace(of bytes: [UInt8]) -> UInt64? {
    unsafe bytes.withUnsafeBytes { bytes in
      let hash = unsafe self.hash.mix(bytes)
      let shard = hash >> UInt64(64 - Self.shardBits)
      let index = shards[Int(shard)].withLock { unsafe $0.existingIndex(of: bytes, hash: hash) }
      return index.map { UInt64($0) << UInt64(Self.shardBits) | shard }
    }
  }

  /// The text at a place.
  func bytes(at place: UInt64) -> [UInt8] {
    shards[Int(place & (1 << UInt64(Self.shardBits) - 1))].withLock { $0.bytes(at: Int(place >> UInt64(Self.shardBits))) }
  }
}
