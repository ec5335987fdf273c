import LogRecords
import SafeText

/// A block of addresses in CIDR notation (RFC 4632, RFC 4291), as 128 bits; IPv4 is ::ffff:0:0/96.
public struct AddressBlock: Hashable, Sendable {
  /// High and low half of the network's address, host bits zero.
  public var high: UInt64
  /// The last 64 bits.
  public var low: UInt64
  /// Number of leading bits that count, 0…128.
  public var prefixLength: Int

  /// The block of `prefixLength` leading bits, clamped to 0…128, around an address; host bits are cleared.
  public init(high: UInt64, low: UInt64, prefixLength: Int) {
    self.prefixLength = min(max(prefixLength, 0), 128)
    self.high = high & Self.highMask(self.prefixLength)
    self.low = low & Self.lowMask(self.prefixLength)
  }

  /// A block as an author writes it: `10.0.0.0/8`, `2001:db8::/32`, or one address alone; nil if the text is neither.
  public init?(text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, let address = AddressParser.parse(Array(first)) else { return nil }
    var length = 128
    if parts.count == 2 {
      guard !parts[1].isEmpty, parts[1].count <= 3, parts[1].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
        let written = Int(Substring(parts[1])), written <= (address.isVersion4 ? 32 : 128)
      else { return nil }
      length = address.isVersion4 ? written + 96 : written
    }
    self.init(high: address.high, low: address.low, prefixLength: length)
  }

  /// Whether an address lies in the block.
  public func contains(_ address: IPAddress) -> Bool {
    address.high & Self.highMask(prefixLength) == high && address.low & Self.lowMask(prefixLength) == low
  }

  /// The block as an author writes it; IPv6 in the form of RFC 5952.
  public var text: String {
    if prefixLength >= 96, high == 0, low >> 32 == 0xFFFF {
      return [24, 16, 8, 0].map { String(low >> $0 & 255) }.joined(separator: ".") + "/\(prefixLength - 96)"
    }
    let groups = [high, low].flatMap { half in [48, 32, 16, 0].map { half >> $0 & 0xFFFF } }
    return Self.text(ofGroups: groups) + "/\(prefixLength)"
  }

  /// Lower-case hexadecimal, the first longest run of two or more zero groups as `::`.
  private static func text(ofGroups groups: [UInt64]) -> String {
    let gap = groups.indices.map { start in start..<(groups[start...].firstIndex { $0 != 0 } ?? groups.count) }
      .reduce(0..<1) { $1.count > $0.count ? $1 : $0 }
    let words = groups.map { String($0, radix: 16) }
    guard gap.count > 1 else { return words.joined(separator: ":") }
    return words[..<gap.lowerBound].joined(separator: ":") + "::" + words[gap.upperBound...].joined(separator: ":")
  }

  private static func highMask(_ length: Int) -> UInt64 { ~(UInt64.max >> UInt64(length)) }

  private static func lowMask(_ length: Int) -> UInt64 { ~(UInt64.max >> UInt64(max(0, length - 64))) }
}
