/// Reads IPv4 addresses as they are usually written, without a branch that depends on how long their numbers are.
///
/// Bytes are judged eight at a time within words (Warren, "Hacker's Delight", 2-18 and 6-1).
enum AddressText {
  private static let high: UInt64 = 0x8080_8080_8080_8080
  private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// The address, if the text is four numbers to 255 without leading zeros, with points between.
  @inline(__always)
  static func parse(_ text: TextWords) -> UInt32? {
    guard text.count >= 7, text.count < 16 else { return nil }
    let valid: UInt64 = (1 << UInt64(text.count)) - 1
    let points = bits(points(text.low)) | bits(points(text.high)) << 8
    let others = (bits(notDigits(text.low)) | bits(notDigits(text.high)) << 8) & valid
    guard others == points, points.nonzeroBitCount == 3 else { return nil }
    let first = points.trailingZeroBitCount
    let afterFirst = points & (points - 1)
    let second = afterFirst.trailingZeroBitCount
    let third = (afterFirst & (afterFirst - 1)).trailingZeroBitCount
    guard let one = number(text, 0, first), let two = number(text, first + 1, second), let three = number(text, second + 1, third),
      let four = number(text, third + 1, text.count)
    else { return nil }
    return one << 24 | two << 16 | three << 8 | four
  }

  /// The number to 255 that the digits from `start` to before `end` make.
  @inline(__always)
  private static func number(_ text: TextWords, _ start: Int, _ end: Int) -> UInt32? {
    let count = end - start
    guard count > 0, count < 4 else { return nil }
    let digits = UInt32(truncatingIfNeeded: text.bits >> UInt128(start * 8)) & 0x000F_0F0F & ((1 << UInt32(count * 8)) - 1)
    let aligned = digits << UInt32((3 - count) * 8)
    let value = (aligned & 0xF) * 100 + (aligned >> 8 & 0xF) * 10 + (aligned >> 16)
    return value < 256 && (count == 1 || digits & 0xF != 0) ? value : nil
  }

  /// The top bit of each byte that is a point.
  @inline(__always)
  private static func points(_ word: UInt64) -> UInt64 {
    let difference = word ^ 0x2E2E_2E2E_2E2E_2E2E
    return ~(((difference & low) &+ low) | difference) & high
  }

  /// The top bit of each byte that is no digit.
  @inline(__always)
  private static func notDigits(_ word: UInt64) -> UInt64 {
    let difference = word ^ 0x3030_3030_3030_3030
    return (((difference & low) &+ 0x7676_7676_7676_7676) | difference) & high
  }

  /// One bit for the top bit of each byte.
  @inline(__always)
  private static func bits(_ tops: UInt64) -> UInt64 { ((tops >> 7) &* 0x0102_0408_1020_4080) >> 56 }
}
