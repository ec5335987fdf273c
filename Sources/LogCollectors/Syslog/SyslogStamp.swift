import CivilTime
import LogRecords

/// The time at the start of a syslog line, and where it ends.
struct SyslogStamp {
  /// What the stamp tells.
  enum Time {
    /// `Mar 27 13:06:56`: no year and no zone; `year` of the fields means nothing.
    case yearless(CivilDateTime)
    /// `Mar 27 2017 13:06:56`: no zone.
    case local(CivilDateTime)
    /// `2017-03-27T13:06:56.250+02:00`.
    case instant(Timestamp)
  }

  /// What it tells.
  var time: Time
  /// Index of its first byte.
  var start: Int
  /// Index after it.
  var end: Int

  /// The stamp at the start of a line; nil if none is there.
  ///
  /// Understood are the stamp of RFC 3164, 4.1.2, whose day may be padded by a space, by a zero or not at all, with a fraction of
  /// 1–9 digits or a year if there is one, and that of RFC 3339 with its `T`.
  init?(_ line: ByteSlice, parser: TimestampParser) {
    start = line.start
    if let month = Self.month(line) {
      guard let (civil, hasYear, end) = Self.traditional(line, month: month) else { return nil }
      self.time = hasYear ? .local(civil) : .yearless(civil)
      self.end = end
    } else if line[line.start + 4] == UInt8(ascii: "-"), line[line.start + 10] == UInt8(ascii: "T") {
      let word = line.word
      let text = word.last == UInt8(ascii: ":") ? word.to(word.end - 1) : word
      guard text.count >= 19, let timestamp = unsafe text.withBytes({ unsafe parser.parse($0) }) else { return nil }
      self.time = .instant(timestamp)
      self.end = text.end
    } else {
      return nil
    }
  }

  private static func traditional(_ line: ByteSlice, month: Int) -> (civil: CivilDateTime, hasYear: Bool, end: Int)? {
    var index = line.start + 3
    guard line[index] == UInt8(ascii: " ") else { return nil }
    index += line[index + 1] == UInt8(ascii: " ") ? 2 : 1
    guard let day = oneOrTwoDigits(line, &index), line[index] == UInt8(ascii: " ") else { return nil }
    index += 1
    var civil = CivilDateTime(year: 0, month: month, day: day)
    var hasYear = false
    if line[index + 4] == UInt8(ascii: " "), let year = line.part(from: index, to: index + 4).number(), year >= 1_970 {
      civil.year = year
      hasYear = true
      index += 5
    }
    guard let hour = twoDigits(line, index), line[index + 2] == UInt8(ascii: ":"), let minute = twoDigits(line, index + 3),
      line[index + 5] == UInt8(ascii: ":"), let second = twoDigits(line, index + 6)
    else { return nil }
    civil.hour = hour
    civil.minute = minute
    civil.second = second
    index += 8
    if line[index] == UInt8(ascii: ".") || line[index] == UInt8(ascii: ",") {
      guard let nanosecond = fraction(line, &index) else { return nil }
      civil.nanosecond = nanosecond
    }
    guard hour < 24, minute < 60, second <= 60, day >= 1, day <= CivilDateTime.days(inMonth: month, year: 2_000) else { return nil }
    return (civil, hasYear, index)
  }

  /// The month whose English abbreviation the line begins with.
  @inline(__always)
  private static func month(_ line: ByteSlice) -> Int? {
    let letters = UInt32(line[line.start]) << 16 | UInt32(line[line.start + 1]) << 8 | UInt32(line[line.start + 2])
    return switch letters {
    case 0x4A_616E: 1
    case 0x46_6562: 2
    case 0x4D_6172: 3
    case 0x41_7072: 4
    case 0x4D_6179: 5
    case 0x4A_756E: 6
    case 0x4A_756C: 7
    case 0x41_7567: 8
    case 0x53_6570: 9
    case 0x4F_6374: 10
    case 0x4E_6F76: 11
    case 0x44_6563: 12
    default: nil
    }
  }

  @inline(__always)
  private static func twoDigits(_ line: ByteSlice, _ index: Int) -> Int? {
    let tens = line[index] &- 0x30
    let units = line[index + 1] &- 0x30
    return tens < 10 && units < 10 ? Int(tens) * 10 + Int(units) : nil
  }

  @inline(__always)
  private static func oneOrTwoDigits(_ line: ByteSlice, _ index: inout Int) -> Int? {
    if let both = twoDigits(line, index) {
      index += 2
      return both
    }
    let digit = line[index] &- 0x30
    guard digit < 10 else { return nil }
    index += 1
    return Int(digit)
  }

  /// A point or comma and 1–9 digits, in nanoseconds.
  private static func fraction(_ line: ByteSlice, _ index: inout Int) -> Int? {
    index += 1
    var nanosecond = 0
    var count = 0
    while count < 9, line[index] &- 0x30 < 10 {
      nanosecond = nanosecond * 10 + Int(line[index] &- 0x30)
      count += 1
      index += 1
    }
    guard count > 0 else { return nil }
    for _ in count..<9 { nanosecond *= 10 }
    return nanosecond
  }
}
