/// IPv4 addresses that belong to nobody: the private ranges of RFC 1918 and the documentation ranges of RFC 5737.
enum AddressPool {
  /// One address: seven of eight draws are private, one stands for the outside.
  @inline(__always)
  static func any(_ draw: inout RandomDraw) -> UInt32 {
    draw.below(8) == 0 ? outside(&draw) : inside(&draw)
  }

  /// Any address of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16, all equally likely.
  @inline(__always)
  static func inside(_ draw: inout RandomDraw) -> UInt32 {
    let number = UInt32(truncatingIfNeeded: draw.below(tenCount + seventeenCount + nineteenCount))
    if number < UInt32(tenCount) { return 0x0A00_0000 | number }
    let beyondTen = number - UInt32(tenCount)
    if beyondTen < UInt32(seventeenCount) { return 0xAC10_0000 | beyondTen }
    return 0xC0A8_0000 | (beyondTen - UInt32(seventeenCount))
  }

  /// Any address of 192.0.2.0/24, 198.51.100.0/24 or 203.0.113.0/24, all equally likely.
  @inline(__always)
  static func outside(_ draw: inout RandomDraw) -> UInt32 {
    let number = UInt32(truncatingIfNeeded: draw.below(768))
    let network: UInt32 = number < 256 ? 0xC000_0200 : number < 512 ? 0xC633_6400 : 0xCB00_7100
    return network | (number & 0xFF)
  }

  private static let tenCount: UInt64 = 1 << 24
  private static let seventeenCount: UInt64 = 1 << 20
  private static let nineteenCount: UInt64 = 1 << 16
}
