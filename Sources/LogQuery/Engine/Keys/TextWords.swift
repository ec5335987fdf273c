/// At most sixteen bytes of text in two machine words, the first byte lowest, zeros after the last.
struct TextWords: Hashable {
  var low: UInt64
  var high: UInt64
  var count: Int

  /// Most bytes that fit.
  static let mostBytes = 16

  /// No text.
  static let empty = TextWords(low: 0, high: 0, count: 0)

  /// A text by its words.
  init(low: UInt64, high: UInt64, count: Int) { (self.low, self.high, self.count) = (low, high, count) }

  /// The first `count` of the bytes that may be read at `start`; what follows them is read too where there are enough, and cut off.
  @inline(__always)
  init(_ start: UnsafeRawPointer, count: Int, readable: Int) {
    self.count = count
    guard readable >= Self.mostBytes else {
      (low, high) = unsafe Self.words(start, count: count)
      return
    }
    low = unsafe UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
    high = unsafe UInt64(littleEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    if count < 8 {
      low &= (1 << UInt64(count * 8)) - 1
      high = 0
    } else if count < 16 {
      high &= (1 << UInt64((count - 8) * 8)) - 1
    }
  }

  /// Byte by byte, near the end of what may be read.
  private static func words(_ start: UnsafeRawPointer, count: Int) -> (UInt64, UInt64) {
    var words: (low: UInt64, high: UInt64) = (0, 0)
    for index in 0..<count {
      let byte = unsafe UInt64(start.load(fromByteOffset: index, as: UInt8.self))
      if index < 8 { words.low |= byte << UInt64(index * 8) } else { words.high |= byte << UInt64(index * 8 - 64) }
    }
    return words
  }

  /// All bytes as one number.
  @inline(__always)
  var bits: UInt128 { UInt128(high) << 64 | UInt128(low) }
}
