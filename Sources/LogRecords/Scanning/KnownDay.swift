import CivilTime

/// A day that a log has just mentioned, for the times that follow on it: `2026-11-01T` or `2026-11-01 `, the time of day in whole seconds or
/// with a fraction, and `Z`. It knows no other form; what it knows it reads as ``TimestampParser`` does.
struct KnownDay {
  /// The first eleven bytes of such a time, in two words that overlap.
  private var start: (first: UInt64, last: UInt64) = (0, 0)
  /// The day's first nanosecond.
  private var nanoseconds: Int64 = 0
  private var isKnown = false

  private static let dateLength = 11
  /// `hh:mm:ss` after the date, and `Z`.
  private static let shortest = 20

  /// Remembers the day of a text that the parser reads.
  mutating func learn(_ text: UnsafeRawBufferPointer, _ parser: TimestampParser) {
    guard text.count >= Self.shortest, unsafe text[4] == UInt8(ascii: "-"),
      unsafe text[10] == UInt8(ascii: "T") || text[10] == UInt8(ascii: " ")
    else { return }
    let midnight = unsafe Array(text[..<Self.dateLength]) + Array("00:00:00Z".utf8)
    // On the first and last day that a timestamp can hold, adding the time of day could go too far.
    guard let day = parser.parse(midnight), day.nanoseconds < .max - 86_400_000_000_000, let base = text.baseAddress else { return }
    nanoseconds = day.nanoseconds
    start = unsafe Self.date(base)
    isKnown = true
  }

  /// The time that `count` bytes of text are; nil if they are not one of this day and form.
  @inline(__always)
  func time(_ text: UnsafeRawPointer, count: Int) -> Int64? {
    guard isKnown, count >= Self.shortest, count <= Self.shortest + 10, unsafe Self.date(text) == start,
      unsafe text.load(fromByteOffset: count - 1, as: UInt8.self) == UInt8(ascii: "Z"),
      let seconds = Self.seconds(unsafe UInt64(littleEndian: text.loadUnaligned(fromByteOffset: Self.dateLength, as: UInt64.self)))
    else { return nil }
    var time = nanoseconds &+ seconds &* 1_000_000_000
    if count > Self.shortest {
      guard let billionths = unsafe Self.fraction(text, count: count) else { return nil }
      time &+= billionths
    }
    return time
  }

  @inline(__always)
  private static func date(_ text: UnsafeRawPointer) -> (UInt64, UInt64) {
    unsafe (text.loadUnaligned(as: UInt64.self), text.loadUnaligned(fromByteOffset: dateLength - 8, as: UInt64.self))
  }

  /// The seconds of `hh:mm:ss`, the first digit in the lowest byte; nil for anything that is not a time of day.
  @inline(__always)
  private static func seconds(_ clock: UInt64) -> Int64? {
    guard clock & 0x0000_FF00_00FF_0000 == 0x0000_3A00_003A_0000 else { return nil }
    // Points become zeros, digits their values; any other byte shows in its upper half, now or after adding six.
    let digits = clock ^ 0x3030_3A30_303A_3030
    guard (digits | (digits &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0 else { return nil }
    let pairs = (digits &* 10) &+ (digits >> 8)
    let hour = Int64(pairs & 0xFF), minute = Int64(pairs >> 24 & 0xFF), second = Int64(pairs >> 48 & 0xFF)
    return hour < 24 && minute < 60 && second < 60 ? hour * 3_600 + minute * 60 + second : nil
  }

  /// The fraction before the last byte, in billionths.
  @inline(__always)
  private static func fraction(_ text: UnsafeRawPointer, count: Int) -> Int64? {
    let point = unsafe text.load(fromByteOffset: shortest - 1, as: UInt8.self)
    guard point == UInt8(ascii: ".") || point == UInt8(ascii: ","), count > shortest + 1 else { return nil }
    var value: Int64 = 0
    for offset in shortest..<count - 1 {
      let digit = unsafe text.load(fromByteOffset: offset, as: UInt8.self) &- 0x30
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int64(digit)
    }
    // Digits left out at the end are zeros.
    for _ in count..<shortest + 10 { value &*= 10 }
    return value
  }
}
