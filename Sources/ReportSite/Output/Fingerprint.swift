import Crypto

/// SHA-256 as people compare it.
public enum Fingerprint {
  /// The SHA-256 of bytes, 64 lower-case hexadecimal digits (FIPS 180-4).
  public static func sha256(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
