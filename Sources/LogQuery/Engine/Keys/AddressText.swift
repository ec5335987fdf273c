/// Reads IPv4 addresses as they are usually written, without a branch that depends on how long their numbers are.
///
/// A text is read as if it were an address, that is written as it should be, and compared: so nothing else can be taken for one. Bytes are
/// judged eight at a time within words (Warren, "Hacker's Delight", 6-1).
enum AddressText {
  /// By number from 0 to 255, its digits and a point, the first one in the lowest byte.
  private static let numbers = InlineArray<256, UInt32> { number in
    (Array(String(number).utf8) + [point]).reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static let point = UInt8(ascii: ".")

  /// The address, if the text is four numbers to 255 without leading zeros, with points between.
  ///
  /// - Parameter start: where the text's bytes are; sixteen may be read.
  @inline(__always)
  static func parse(_ text: TextWords, at start: UnsafeRawPointer) -> UInt32? {
    let one = points(text.low) | points(text.high) << 8
    let two = one & (one &- 1)
    let three = two & (two &- 1)
    guard text.count < 16, three != 0 else { return nil }
    let second = one.trailingZeroBitCount &+ 1
    let third = two.trailingZeroBitCount &+ 1
    let fourth = three.trailingZeroBitCount &+ 1
    // Four bytes may be read from the last number, which begins by the thirteenth.
    guard fourth < 13 else { return nil }
    let a = unsafe number(start, 0, second &- 1), b = unsafe number(start, second, third &- 1)
    let c = unsafe number(start, third, fourth &- 1), d = unsafe number(start, fourth, text.count)
    let written =
      UInt128(numbers[Int(a)]) | UInt128(numbers[Int(b)]) &<< UInt128(second &* 8) | UInt128(numbers[Int(c)]) &<< UInt128(third &* 8)
      | UInt128(numbers[Int(d)]) &<< UInt128(fourth &* 8)
    guard written == text.bits | UInt128(point) &<< UInt128(text.count &* 8) else { return nil }
    return UInt32(a) << 24 | UInt32(b) << 16 | UInt32(c) << 8 | UInt32(d)
  }

  /// An address as it is usually written.
  static func bytes(_ address: UInt32) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16)
    for shift in stride(from: 24, through: 0, by: -8) {
      var rest = numbers[Int(UInt8(truncatingIfNeeded: address >> UInt32(shift)))]
      while rest != 0 {
        bytes.append(UInt8(truncatingIfNeeded: rest))
        rest >>= 8
      }
    }
    bytes.removeLast()
    return bytes
  }

  /// The number that the digits from `from` to before `end` make if they are one to three and the number is not above 255, else any other.
  @inline(__always)
  private static func number(_ start: UnsafeRawPointer, _ from: Int, _ end: Int) -> UInt8 {
    let bytes = unsafe UInt32(littleEndian: start.loadUnaligned(fromByteOffset: from, as: UInt32.self)) & 0x0F0F_0F0F
    // The last digit goes to the highest byte; what followed it is shifted out.
    let digits = bytes &<< UInt32(truncatingIfNeeded: 32 &- (end &- from) &* 8)
    return UInt8(truncatingIfNeeded: ((digits >> 8) &* 0x0064_0A01) >> 16)
  }

  /// A bit for each byte that is a point.
  @inline(__always)
  private static func points(_ word: UInt64) -> UInt64 {
    let rest: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let difference = word ^ 0x2E2E_2E2E_2E2E_2E2E
    let tops = ~(((difference & rest) &+ rest) | difference | rest)
    return ((tops >> 7) &* 0x0102_0408_1020_4080) >> 56
  }
}
