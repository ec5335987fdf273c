import CivilTime

extension ByteCursor {
  /// Reads `2026-11-01T00:03:27`, also with a space for the `T`, if the next 19 bytes have exactly that shape; ranges are not checked.
  ///
  /// Most times of most logs look like this, so the bytes are compared eight at a time: against a pattern by exclusive or, which leaves 0…9
  /// where a digit is due and 0 where the pattern has a separator.
  @inline(__always)
  mutating func isoDateTime() -> CivilDateTime? {
    guard remaining >= 19, let date = fields(at: 0, of: 0x2D30_302D_3030_3030, separators: 0xFF00_00FF_0000_0000) else { return nil }
    let letter = UInt64(peek(10))
    guard letter == UInt64(UInt8(ascii: "T")) || letter == UInt64(UInt8(ascii: " ")),
      let time = fields(at: 8, of: 0x3030_3A30_3000_3030 | letter << 16, separators: 0x0000_FF00_00FF_0000)
    else { return nil }
    let tens = peek(17) &- 0x30
    let units = peek(18) &- 0x30
    guard peek(16) == UInt8(ascii: ":"), tens < 10, units < 10 else { return nil }
    advance(by: 19)
    return CivilDateTime(
      year: Self.twoDigits(date, 0) * 100 + Self.twoDigits(date, 2), month: Self.twoDigits(date, 5), day: Self.twoDigits(time, 0),
      hour: Self.twoDigits(time, 3), minute: Self.twoDigits(time, 6), second: Int(tens) * 10 + Int(units))
  }

  /// Eight bytes as their digits, the first one lowest, if they have the shape of `pattern`.
  @inline(__always)
  private func fields(at distance: Int, of pattern: UInt64, separators: UInt64) -> UInt64? {
    let digits = eightBytes(distance) ^ pattern
    // A digit plus 0x76, and a separator's 0 plus 0x7F, stay below 0x80; anything else does not.
    let limits = (0x7676_7676_7676_7676 & ~separators) | (0x7F7F_7F7F_7F7F_7F7F & separators)
    return (digits | (digits &+ limits)) & 0x8080_8080_8080_8080 == 0 ? digits : nil
  }

  @inline(__always)
  private static func twoDigits(_ digits: UInt64, _ index: UInt64) -> Int {
    Int(UInt8(truncatingIfNeeded: digits >> (8 * index))) * 10 + Int(UInt8(truncatingIfNeeded: digits >> (8 * index + 8)))
  }
}
