/// An address of the internet protocol as 128 bits; an IPv4 address a.b.c.d is ::ffff:a.b.c.d (RFC 4291, 2.5.5.2).
public struct IPAddress: Hashable, Comparable, Sendable {
  /// The first 64 bits.
  public var high: UInt64
  /// The last 64 bits.
  public var low: UInt64

  /// An address by its bits.
  @inlinable
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// An IPv4 address by its 32 bits.
  @inlinable
  public init(version4 bits: UInt32) { self.init(high: 0, low: 0xFFFF_0000_0000 | UInt64(bits)) }

  /// Whether it is an IPv4 address.
  @inlinable
  public var isVersion4: Bool { high == 0 && low >> 32 == 0xFFFF }

  /// In numeric order, IPv4 addresses among themselves.
  @inlinable
  public static func < (left: IPAddress, right: IPAddress) -> Bool { (left.high, left.low) < (right.high, right.low) }
}
