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
    let product = (mix(left) ^ right).multipliedFullWidth(by: second)
    return product.high ^ product.low
  }

  /// Bytes, mixed eight at a time.
  @inline(__always)
  func mix(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = mix(UInt64(bytes.count))
    var offset = 0
    while offset + 8 <= bytes.count {
      hash = mix(hash, unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    if offset < bytes.count {
      var rest: UInt64 = 0
      for unsafe (index, byte) in unsafe bytes[offset...].enumerated() { rest |= UInt64(byte) << UInt64(index * 8) }
      hash = mix(hash, rest)
    }
    return hash
  }
}
