/// Reads IPv4 addresses as they are usually written, without a branch that depends on how long their numbers are.
///
/// Bytes are judged eight at a time within words (Warren, "Hacker's Delight", 2-18 and 6-1).
enum AddressText {
  private static let tops: UInt64 = 0x8080_8080_8080_8080
  private static let rest: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// The address, if the text is four numbers to 255 without leading zeros, with points between, and has more than seven bytes.
  ///
  /// - Parameter start: where the text's bytes are; sixteen may be read.
  @inline(__always)
  static func parse(_ text: TextWords, at start: UnsafeRawPointer) -> UInt32? {
    guard text.count > 7, text.count < 16 else { return nil }
    let (lowPoints, highPoints) = (points(text.low), points(text.high))
    let used = tops & ((1 << UInt64(text.count &* 8 &- 64)) - 1)
    guard notDigits(text.low) == lowPoints, notDigits(text.high) & used == highPoints else { return nil }
    let one = bits(lowPoints) | bits(highPoints) << 8
    let two = one & (one &- 1)
    let three = two & (two &- 1)
    guard three != 0, three & (three &- 1) == 0 else { return nil }
    let first = one.trailingZeroBitCount
    let second = two.trailingZeroBitCount
    let third = three.trailingZeroBitCount
    // The last number begins by the thirteenth byte, so that four bytes may be read from there.
    guard third < 12 else { return nil }
    let a = unsafe Part(start, 0, first), b = unsafe Part(start, first &+ 1, second)
    let c = unsafe Part(start, second &+ 1, third), d = unsafe Part(start, third &+ 1, text.count)
    guard (a.fault | b.fault | c.fault | d.fault) >> 31 == 0 else { return nil }
    return a.value << 24 | b.value << 16 | c.value << 8 | d.value
  }

  /// An address as it is usually written.
  static func bytes(_ address: UInt32) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(15)
    for part in 0..<4 {
      if part > 0 { bytes.append(UInt8(ascii: ".")) }
      let number = UInt8(truncatingIfNeeded: address >> UInt32(24 - part * 8))
      if number > 99 { bytes.append(0x30 + number / 100) }
      if number > 9 { bytes.append(0x30 + number / 10 % 10) }
      bytes.append(0x30 + number % 10)
    }
    return bytes
  }

  /// One of the four numbers.
  private struct Part {
    /// The number, if there is no fault.
    let value: UInt32
    /// Its top bit is set if the number has no digits or more than three, a needless zero in front, or is over 255.
    let fault: UInt32

    /// The number that the digits from `from` to before `end` make; `from` is at most 12.
    @inline(__always)
    init(_ start: UnsafeRawPointer, _ from: Int, _ end: Int) {
      let count = UInt32(truncatingIfNeeded: end &- from)
      let bytes = unsafe UInt32(littleEndian: start.loadUnaligned(fromByteOffset: from, as: UInt32.self)) & 0x0F0F_0F0F
      // The last digit in the highest byte; what followed it is shifted out.
      let digits = bytes &<< (32 &- count &* 8)
      // As three bytes in the order of writing, numbers compare as they do in value.
      let ordered = digits.byteSwapped
      let least = (1 &<< (count &* 8 &- 8)) & 0xFFFF_FFFE as UInt32
      value = ((digits >> 8) &* 0x0064_0A01) >> 16 & 0xFF
      fault = (count &- 1) | (3 &- count) | (0x0002_0505 &- ordered) | (ordered &- least)
    }
  }

  /// The top bit of each byte that is a point.
  @inline(__always)
  private static func points(_ word: UInt64) -> UInt64 {
    let difference = word ^ 0x2E2E_2E2E_2E2E_2E2E
    return ~(((difference & rest) &+ rest) | difference) & tops
  }

  /// The top bit of each byte that is no digit.
  @inline(__always)
  private static func notDigits(_ word: UInt64) -> UInt64 {
    let difference = word ^ 0x3030_3030_3030_3030
    return (((difference & rest) &+ 0x7676_7676_7676_7676) | difference) & tops
  }

  /// One bit for the top bit of each byte.
  @inline(__always)
  private static func bits(_ tops: UInt64) -> UInt64 { ((tops >> 7) &* 0x0102_0408_1020_4080) >> 56 }
}
