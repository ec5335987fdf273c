import Glibc
import LogRecords

/// Turns texts and numbers into words for one lane; remembers the long texts that it met lately, so as to share as little as possible.
struct KeyEncoder {
  let dictionary: KeyDictionary
  private let hash: KeyHash
  private var shortTexts = ShortTextMemory()
  private var longTexts = [LongText](repeating: LongText(), count: slotCount)

  private static let slotCount = 4_096

  /// A text of more than sixteen bytes and its word.
  private struct LongText {
    var hash: UInt64 = 0
    var word: UInt64 = 0
    var bytes: [UInt8] = []
  }

  /// An encoder of the pass's dictionary.
  init(_ dictionary: KeyDictionary) {
    self.dictionary = dictionary
    hash = dictionary.hash
  }

  /// The word of `count` bytes of the `readable` ones at `start`.
  @inline(__always)
  mutating func word(of start: UnsafeRawPointer, count: Int, readable: Int) -> UInt64 {
    guard count <= TextWords.mostBytes else { return unsafe word(ofLong: UnsafeRawBufferPointer(start: start, count: count)) }
    guard readable >= TextWords.mostBytes else { return unsafe word(of: UnsafeRawBufferPointer(start: start, count: count)) }
    let text = unsafe TextWords(start, count: count)
    return unsafe KeyWord.inline(text, at: start) ?? word(ofShort: text)
  }

  /// The word of a text of which no byte beyond its end may be read.
  @inline(never)
  mutating func word(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    guard bytes.count <= TextWords.mostBytes else { return unsafe word(ofLong: bytes) }
    return unsafe withUnsafeTemporaryAllocation(byteCount: TextWords.mostBytes, alignment: 8) { padded in
      unsafe padded.initializeMemory(as: UInt8.self, repeating: 0)
      unsafe padded.copyMemory(from: bytes)
      return unsafe padded.baseAddress.map { start in
        let text = unsafe TextWords(start, count: bytes.count)
        return unsafe KeyWord.inline(text, at: start) ?? word(ofShort: text)
      } ?? KeyWord.missing
    }
  }

  /// The word of some words.
  mutating func word(of words: [UInt64]) -> UInt64 { unsafe words.withUnsafeBytes { bytes in unsafe word(ofLong: bytes) } }

  /// The word of a number.
  @inline(__always)
  mutating func word(of number: Number) -> UInt64 { NumberWord.word(number) { dictionary.place(of: $0) } }

  @inline(__always)
  private mutating func word(ofShort text: TextWords) -> UInt64 {
    let hash = hash.mix(text)
    return shortTexts.word(of: text, hash: hash) ?? learn(text, hash: hash)
  }

  private mutating func learn(_ text: TextWords, hash: UInt64) -> UInt64 {
    let place = unsafe withUnsafeBytes(of: text.bits.littleEndian) { bytes in
      unsafe dictionary.place(of: UnsafeRawBufferPointer(rebasing: bytes[..<text.count]), hash: hash)
    }
    let word = KeyWord.make(.dictionary, place)
    shortTexts.remember(text, word, hash: hash) { [hash = self.hash] in hash.mix($0) }
    return word
  }

  private mutating func word(ofLong bytes: UnsafeRawBufferPointer) -> UInt64 {
    let hash = unsafe hash.mix(bytes)
    let slot = Int(truncatingIfNeeded: hash) & (Self.slotCount - 1)
    if longTexts[slot].hash == hash, unsafe longTexts[slot].bytes.withUnsafeBytes({ known in unsafe known.hasSameBytes(as: bytes) }) {
      return longTexts[slot].word
    }
    let word = KeyWord.make(.dictionary, unsafe dictionary.place(of: bytes, hash: hash))
    if bytes.count <= Self.longestRemembered { longTexts[slot] = LongText(hash: hash, word: word, bytes: unsafe Array(bytes)) }
    return word
  }

  private static let longestRemembered = 512
}

extension UnsafeRawBufferPointer {
  /// Whether the bytes are the same.
  @inline(__always)
  func hasSameBytes(as other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count else { return false }
    guard let first = baseAddress, let second = other.baseAddress else { return true }
    return unsafe memcmp(first, second, count) == 0
  }
}
