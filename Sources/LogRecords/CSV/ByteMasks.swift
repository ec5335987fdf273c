#if arch(x86_64)
  import _Builtin_intrinsics.intel.sse2
#endif

/// Finds a byte in 64 bytes at once: bit n of a mask stands for byte n.
///
/// Every x86-64 processor compares 16 bytes and gathers the answers in two instructions (SSE2); elsewhere 8 bytes are compared within a word
/// (Mycroft 1987; Warren, "Hacker's Delight", 6-1). Both give the same masks.
enum ByteMasks {
  /// Number of bytes that a mask covers.
  static let length = 64

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

    @inline(__always)
    private static func bits(_ needle: Needle, at start: UnsafeRawPointer) -> UInt64 {
      let bytes = unsafe start.loadUnaligned(as: Needle.self)
      return UInt64(UInt32(bitPattern: _mm_movemask_epi8(_mm_cmpeq_epi8(bytes, needle))))
    }
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
