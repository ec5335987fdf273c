#if arch(x86_64)
  import _Builtin_intrinsics.intel.sse2
#endif

/// Finds bytes in 64 bytes at once: bit n of a mask stands for byte n.
///
/// Every x86-64 processor compares 16 bytes and gathers the answers in two instructions (SSE2); elsewhere 8 bytes are compared within a word
/// (Mycroft 1987; Warren, "Hacker's Delight", 6-1). Both give the same masks.
enum ByteMasks {
  /// Number of bytes that a mask covers.
  static let length = 64

  /// Calls `body` with every 64 bytes of a range, their offset, and a mask of those that count, which is not full only for the last ones.
  @inline(__always)
  static func forEachBlock(of bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ body: (UnsafeRawPointer, Int, UInt64) -> Void) {
    guard let base = bytes.baseAddress else { return }
    var start = range.lowerBound
    while start + length <= range.upperBound {
      unsafe body(base + start, start, .max)
      start += length
    }
    let rest = range.upperBound - start
    guard rest > 0 else { return }
    unsafe withUnsafeTemporaryAllocation(byteCount: length, alignment: 16) { block in
      unsafe block.copyMemory(from: UnsafeRawBufferPointer(start: base + start, count: rest))
      if let copy = block.baseAddress { unsafe body(copy, start, (1 << UInt64(rest)) - 1) }
    }
  }

  #if arch(x86_64)
    /// A byte in the form that it is compared in.
    typealias Needle = SIMD2<Int64>

    /// A byte ready to be compared.
    @inline(__always)
    static func needle(_ byte: UInt8) -> Needle { Needle(repeating: Int64(bitPattern: 0x0101_0101_0101_0101 &* UInt64(byte))) }

    /// Where `needle` occurs in the 64 bytes at `start`.
    @inline(__always)
    static func mask(_ needle: Needle, at start: UnsafeRawPointer) -> UInt64 {
      let first = unsafe bits(needle, at: start) | bits(needle, at: start + 16) << 16
      let second = unsafe bits(needle, at: start + 32) | bits(needle, at: start + 48) << 16
      return first | second << 32
    }

    /// Where either of two bytes occurs in the 64 bytes at `start`, and whether a third does.
    @inline(__always)
    static func mask(_ one: Needle, _ other: Needle, butAlsoSeeks third: Needle, at start: UnsafeRawPointer) -> (UInt64, Bool) {
      var mask: UInt64 = 0
      var thirds = Needle.zero
      for part in 0..<4 {
        let bytes = unsafe start.loadUnaligned(fromByteOffset: part * 16, as: Needle.self)
        mask |= bits(_mm_cmpeq_epi8(bytes, one) | _mm_cmpeq_epi8(bytes, other)) << UInt64(part * 16)
        thirds |= _mm_cmpeq_epi8(bytes, third)
      }
      return (mask, bits(thirds) != 0)
    }

    @inline(__always)
    private static func bits(_ needle: Needle, at start: UnsafeRawPointer) -> UInt64 {
      bits(_mm_cmpeq_epi8(unsafe start.loadUnaligned(as: Needle.self), needle))
    }

    @inline(__always)
    private static func bits(_ bytes: Needle) -> UInt64 { UInt64(UInt32(bitPattern: _mm_movemask_epi8(bytes))) }
  #else
    /// A byte in the form that it is compared in.
    typealias Needle = UInt64

    /// A byte ready to be compared.
    @inline(__always)
    static func needle(_ byte: UInt8) -> Needle { 0x0101_0101_0101_0101 &* UInt64(byte) }

    /// Where `needle` occurs in the 64 bytes at `start`.
    @inline(__always)
    static func mask(_ needle: Needle, at start: UnsafeRawPointer) -> UInt64 {
      var mask: UInt64 = 0
      for word in 0..<8 {
        let bytes = unsafe UInt64(littleEndian: start.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self))
        mask |= PortableByteMask.bits(needle, in: bytes) << UInt64(word * 8)
      }
      return mask
    }

    /// Where either of two bytes occurs in the 64 bytes at `start`, and whether a third does.
    @inline(__always)
    static func mask(_ one: Needle, _ other: Needle, butAlsoSeeks third: Needle, at start: UnsafeRawPointer) -> (UInt64, Bool) {
      unsafe (mask(one, at: start) | mask(other, at: start), mask(third, at: start) != 0)
    }
  #endif
}

/// Finds a byte in the 8 bytes of a word.
enum PortableByteMask {
  /// Bit n is set where byte n of `word` equals the byte that `needle` repeats.
  @inline(__always)
  static func bits(_ needle: UInt64, in word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let difference = word ^ needle
    let zeros = ~(((difference & low) &+ low) | difference | low)
    return ((zeros >> 7) &* 0x0102_0408_1020_4080) >> 56
  }
}
