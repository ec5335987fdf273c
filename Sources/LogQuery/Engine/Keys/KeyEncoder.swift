import LogRecords

/// Turns texts and numbers into words for one lane; remembers the long texts that it met lately, so as to share as little as possible.
struct KeyEncoder {
  let dictionary: KeyDictionary
  private let hash: KeyHash
  private var known: Memory

  /// An encoder of the pass's dictionary.
  init(_ dictionary: KeyDictionary) {
    self.dictionary = dictionary
    hash = dictionary.hash
    known = Memory()
  }

  /// The word of a text.
  @inline(__always)
  mutating func word(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    if let word = unsafe KeyWord.inline(bytes) { return word }
    return KeyWord.make(.dictionary, unsafe place(of: bytes))
  }

  /// The word of some words.
  mutating func word(of words: [UInt64]) -> UInt64 {
    unsafe words.withUnsafeBytes { bytes in KeyWord.make(.dictionary, unsafe place(of: bytes)) }
  }

  /// The word of a number.
  @inline(__always)
  mutating func word(of number: Number) -> UInt64 {
    NumberWord.word(number) { bytes in unsafe bytes.withUnsafeBytes { unsafe place(of: $0) } }
  }

  private mutating func place(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    let hash = unsafe hash.mix(bytes)
    if let place = unsafe known.place(of: bytes, hash: hash) { return place }
    let place = unsafe dictionary.place(of: bytes, hash: hash)
    unsafe known.remember(bytes, hash: hash, place: place)
    return place
  }

  /// Texts met lately, one for each slot; all are forgotten when they take too much room.
  private final class Memory {
    private struct Entry {
      var hash: UInt64 = 0
      var place: UInt64 = 0
      var range = 0..<0
    }

    private static let slotCount = 4_096
    private static let mostBytes = 1 << 19
    private var entries = [Entry](repeating: Entry(), count: slotCount)
    private var arena = ByteArena()

    func place(of bytes: UnsafeRawBufferPointer, hash: UInt64) -> UInt64? {
      let entry = entries[Int(truncatingIfNeeded: hash) & (Self.slotCount - 1)]
      guard entry.hash == hash, entry.range.count == bytes.count, unsafe bytes.elementsEqual(arena.bytes(entry.range)) else { return nil }
      return entry.place
    }

    func remember(_ bytes: UnsafeRawBufferPointer, hash: UInt64, place: UInt64) {
      if arena.count + bytes.count > Self.mostBytes {
        arena.removeAll()
        for slot in entries.indices { entries[slot] = Entry() }
      }
      entries[Int(truncatingIfNeeded: hash) & (Self.slotCount - 1)] = Entry(
        hash: hash, place: place, range: unsafe arena.append(bytes))
    }
  }
}
