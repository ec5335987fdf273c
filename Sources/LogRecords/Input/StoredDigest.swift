import Crypto

/// SHA-256 (FIPS 180-4) and count of bytes as they are stored, taken of the very buffers that are parsed.
public struct StoredDigest: Sendable {
  /// Number of bytes seen.
  public private(set) var count: Int64 = 0
  private var hash = SHA256()

  /// The digest of nothing.
  public init() {}

  /// Adds the bytes that come next.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    count += Int64(bytes.count)
    unsafe hash.update(bufferPointer: bytes)
  }

  /// The digest of all bytes so far, in lower-case hexadecimal; more may follow.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
