/// Spreads keys over tables by a secret of the process, so that whoever writes a log cannot make its keys collide.
///
/// What is counted never depends on it: the order of a table is never seen.
struct KeyHash: Sendable {
  private let first: UInt64
  private let second: UInt64

  /// A hash by the secret that the standard library draws for each process.
  init() {
    var hasher = Hasher()
    hasher.combine(1)
    first = UInt64(bitPattern: Int64(hasher.finalize())) | 1
    hasher = Hasher()
    hasher.combine(2)
    second = UInt64(bitPattern: Int64(hasher.finalize())) | 1
  }

  /// A word, mixed: both halves of a product of 128 bits folded into one (as in wyhash, Wang Yi 2019).
  @inline(__always)
  func mix(_ word: UInt64) -> UInt64 {
    let product = (word ^ second).multipliedFullWidth(by: first)
    return product.high ^ product.low
  }

  /// Two words, mixed.
  @inline(__always)
  func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = (left ^ first).multipliedFullWidth(by: right ^ second)
    return product.high ^ product.low
  }

  /// Bytes, mixed eight at a time; the last eight may overlap those before.
  @inline(__always)
  func mix(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    guard let start = bytes.baseAddress, bytes.count > TextWords.mostBytes else { return unsafe mixShort(bytes) }
    var hash = mix(UInt64(bytes.count))
    var offset = 0
    while offset + 8 < bytes.count {
      hash = mix(hash, unsafe start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    return mix(hash, unsafe start.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
  }

  private func mixShort(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    unsafe withUnsafeTemporaryAllocation(byteCount: TextWords.mostBytes, alignment: 8) { padded in
      unsafe padded.initializeMemory(as: UInt8.self, repeating: 0)
      unsafe padded.copyMemory(from: bytes)
      return unsafe padded.baseAddress.map { start in unsafe mix(TextWords(start, count: bytes.count)) } ?? 0
    }
  }

  /// A short text, mixed.
  @inline(__always)
  func mix(_ text: TextWords) -> UInt64 { mix(text.low, text.high &+ UInt64(truncatingIfNeeded: text.count) << 56) }
}
