/// At most sixteen bytes of text in two machine words, the first byte lowest, zeros after the last.
struct TextWords: Hashable {
  let low: UInt64
  let high: UInt64
  let count: Int

  /// Most bytes that fit.
  static let mostBytes = 16
  /// No text.
  static let empty = TextWords(low: 0, high: 0, count: 0)

  private init(low: UInt64, high: UInt64, count: Int) { (self.low, self.high, self.count) = (low, high, count) }

  /// The first `count` of the sixteen bytes that may be read at `start`.
  @inline(__always)
  init(_ start: UnsafeRawPointer, count: Int) {
    let first = unsafe UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
    let second = unsafe UInt64(littleEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    // The bits beyond the last byte, shifted out and back: none where a word is full.
    let unused = UInt64(truncatingIfNeeded: 64 &- (count & 7) &* 8) & 63
    if count < 8 {
      low = count == 0 ? 0 : (first << unused) >> unused
      high = 0
    } else {
      low = first
      high = count == 8 ? 0 : (second << unused) >> unused
    }
    self.count = count
  }

  /// All bytes as one number.
  var bits: UInt128 { UInt128(high) << 64 | UInt128(low) }
}
