import LogRecords
import Synchronization

/// The texts of one pass that are too long to be words, each once: its place stands for it.
///
/// All lanes share it. It is cut into shards by hash, each with a lock, so that lanes seldom meet; and a lane asks only for texts that it does
/// not remember itself (``KeyEncoder``). Places depend on chance; they are never seen.
final class KeyDictionary: Sendable {
  private static let shardBits = 6
  private let shards: [Shard]
  let hash: KeyHash

  init(hash: KeyHash) {
    self.hash = hash
    shards = (0..<1 << Self.shardBits).map { _ in Shard() }
  }

  /// The place of a text whose hash is given; it is added if it is new.
  func place(of bytes: UnsafeRawBufferPointer, hash: UInt64) -> UInt64 {
    let shard = hash >> UInt64(64 - Self.shardBits)
    return unsafe UInt64(shards[Int(shard)].index(of: bytes, hash: hash)) << UInt64(Self.shardBits) | shard
  }

  /// The place of a text; it is added if it is new.
  func place(of bytes: [UInt8]) -> UInt64 {
    unsafe bytes.withUnsafeBytes { bytes in unsafe place(of: bytes, hash: hash.mix(bytes)) }
  }

  /// The text at a place.
  func bytes(at place: UInt64) -> [UInt8] {
    shards[Int(place & (1 << UInt64(Self.shardBits) - 1))].bytes(at: Int(place >> UInt64(Self.shardBits)))
  }

  /// Bytes of all texts.
  var byteCount: Int { shards.reduce(0) { $0 + $1.byteCount } }

  /// One part of the dictionary: texts in the order they came, and a table of their places by hash.
  private final class Shard: @unchecked Sendable {
    private let lock = Mutex(())
    private var arena = ByteArena()
    private var ends: [Int] = []
    private var hashes: [UInt64] = []
    /// Index plus one of a text at the slot of its hash or after; 0 for a free slot.
    private var slots = [UInt32](repeating: 0, count: 64)

    var byteCount: Int { lock.withLock { _ in arena.count } }

    func bytes(at index: Int) -> [UInt8] { lock.withLock { _ in unsafe Array(arena.bytes(range(index))) } }

    func index(of bytes: UnsafeRawBufferPointer, hash: UInt64) -> Int {
      lock.withLock { _ in
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
          let index = Int(slots[slot]) - 1
          if hashes[index] == hash, unsafe bytes.hasSameBytes(as: arena.bytes(range(index))) { return index }
          slot = (slot + 1) & (slots.count - 1)
        }
        let index = ends.count
        _ = unsafe arena.append(bytes)
        ends.append(arena.count)
        hashes.append(hash)
        slots[slot] = UInt32(index + 1)
        if ends.count * 2 > slots.count { grow() }
        return index
      }
    }

    private func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

    private func grow() {
      slots = [UInt32](repeating: 0, count: slots.count * 2)
      for (index, hash) in hashes.enumerated() {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(index + 1)
      }
    }
  }
}
