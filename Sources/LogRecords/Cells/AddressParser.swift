/// Reads IPv4 addresses as four decimal numbers without leading zeros, and IPv6 addresses in every form of RFC 4291, 2.2.
///
/// Refused are ports, brackets, zones (`%eth0`) and prefixes (`/64`).
public enum AddressParser {
  /// Length of an IPv6 address with all its digits whose end is an IPv4 address.
  private static let longest = 45

  /// The address that the bytes of a cell stand for; nil if they are not one.
  public static func parse(_ bytes: UnsafeRawBufferPointer) -> IPAddress? {
    let start = unsafe ByteCursor(bytes)
    guard start.remaining <= longest else { return nil }
    var cursor = start
    if let bits = version4(&cursor) { return cursor.isAtEnd ? IPAddress(version4: bits) : nil }
    cursor = start
    return version6(&cursor)
  }

  /// The address that a text stands for; nil if it is not one.
  public static func parse(_ bytes: [UInt8]) -> IPAddress? { unsafe bytes.withUnsafeBytes { unsafe parse($0) } }

  /// Four numbers to 255 with points between.
  @inline(__always)
  private static func version4(_ cursor: inout ByteCursor) -> UInt32? {
    var bits: UInt32 = 0
    for part in 0..<4 {
      if part > 0 { guard cursor.skip(UInt8(ascii: ".")) else { return nil } }
      let startsWithZero = cursor.next == UInt8(ascii: "0")
      let (value, count) = cursor.digits(atMost: 3)
      guard count > 0, value < 256, !(startsWithZero && count > 1) else { return nil }
      bits = bits << 8 | UInt32(value)
    }
    return bits
  }

  /// Up to eight groups of hexadecimal digits, one run of zero groups as `::`, the last two groups perhaps as an IPv4 address.
  private static func version6(_ cursor: inout ByteCursor) -> IPAddress? {
    var groups = Groups()
    if cursor.next == UInt8(ascii: ":") {
      cursor.advance()
      guard cursor.skip(UInt8(ascii: ":")) else { return nil }
      groups.gap = 0
    }
    while !cursor.isAtEnd {
      var ahead = cursor
      if groups.count <= 6, let bits = version4(&ahead) {
        guard ahead.isAtEnd else { return nil }
        groups.append(UInt16(bits >> 16))
        groups.append(UInt16(truncatingIfNeeded: bits))
        break
      }
      guard groups.count < 8, let group = group(&cursor) else { return nil }
      groups.append(group)
      if cursor.isAtEnd { break }
      guard cursor.skip(UInt8(ascii: ":")), !cursor.isAtEnd else { return nil }
      if cursor.skip(UInt8(ascii: ":")) {
        guard groups.gap == nil else { return nil }
        groups.gap = groups.count
      }
    }
    return groups.address
  }

  /// One to four hexadecimal digits.
  private static func group(_ cursor: inout ByteCursor) -> UInt16? {
    var value: UInt16 = 0
    var count = 0
    while count < 4, let digit = cursor.next.hexadecimalValue {
      value = value << 4 | UInt16(digit)
      count += 1
      cursor.advance()
    }
    return count > 0 ? value : nil
  }

  /// The groups read so far, and where the gap is that `::` stands for.
  private struct Groups {
    private var bits: (high: UInt64, low: UInt64) = (0, 0)
    private(set) var count = 0
    var gap: Int?

    mutating func append(_ group: UInt16) {
      bits = (bits.high << 16 | bits.low >> 48, bits.low << 16 | UInt64(group))
      count += 1
    }

    /// The groups after the gap stay at the end, those before it move to the front; the gap stands for at least one group.
    var address: IPAddress? {
      guard let gap else { return count == 8 ? IPAddress(high: bits.high, low: bits.low) : nil }
      guard count < 8 else { return nil }
      let all = UInt128(bits.high) << 64 | UInt128(bits.low)
      let tailBits = UInt128(16 * (count - gap))
      let tail = all & ((1 << tailBits) - 1)
      let head = gap == 0 ? 0 : (all >> tailBits) << UInt128(128 - 16 * gap)
      let joined = head | tail
      return IPAddress(high: UInt64(joined >> 64), low: UInt64(truncatingIfNeeded: joined))
    }
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  var hexadecimalValue: UInt8? {
    if isDigit { return self & 15 }
    let letter = asciiLowercased
    return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "f") ? letter - 87 : nil
  }
}
