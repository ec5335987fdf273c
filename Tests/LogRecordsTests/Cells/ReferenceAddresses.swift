import Glibc
import LogRecords

/// Addresses as the C library reads them.
enum ReferenceAddresses {
  /// `inet_pton`.
  static func parse(_ text: [UInt8]) -> IPAddress? {
    // To C a zero ends the text.
    guard !text.contains(0) else { return nil }
    let string = String(decoding: text, as: UTF8.self)
    var version4 = in_addr()
    if inet_pton(AF_INET, string, &version4) == 1 { return IPAddress(version4: UInt32(bigEndian: version4.s_addr)) }
    var version6 = in6_addr()
    guard inet_pton(AF_INET6, string, &version6) == 1 else { return nil }
    let bytes = withUnsafeBytes(of: version6) { Array($0) }
    let halves = [bytes[..<8], bytes[8...]].map { half in half.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
    return IPAddress(high: halves[0], low: halves[1])
  }
}
