import CivilTime

/// Reads times as logs write them, exactly to the nanosecond.
///
/// Understood, where `.` before a fraction of 1–9 digits may be `,`:
/// - RFC 3339 and ISO 8601: `2026-11-01T00:03:27.250Z`, with a space for the `T`, `/` for `-`, without seconds, or the date alone;
/// - access logs: `01/Nov/2026:00:03:27 +0000`, with a space for the first `:` or `-` for `/`;
/// - American: `11/01/2026 12:03:27 AM`, also in 24 hours, with a comma after the date, or the date alone;
/// - seconds (10 digits), milliseconds (13), microseconds (16) and nanoseconds (19) since the epoch, the first three also with decimals.
///
/// A zone is `Z`, `UTC`, `GMT`, `±hh:mm`, `±hhmm` or `±hh`, also after a space; a time without one is in the parser's zone. A second 60 is
/// the first of the next minute. Dates that do not exist, hour 24 and anything before or after the time are refused. The layouts differ
/// in their first bytes, so that each text is tried against one only.
public struct TimestampParser: Hashable, Sendable {
  /// The zone of times that carry none.
  public let zone: TimeZoneRule

  /// A parser for the times of one column.
  public init(zone: TimeZoneRule = .utc) { self.zone = zone }

  /// The instant that the bytes of a cell stand for; nil if they are not a time, or one outside the range of ``Timestamp``.
  public func parse(_ bytes: UnsafeRawBufferPointer) -> Timestamp? {
    var cursor = unsafe ByteCursor(bytes)
    switch (cursor.peek(1), cursor.peek(2), cursor.peek(4)) {
    case (UInt8(ascii: "/"), _, _): return monthFirst(&cursor)
    case (_, UInt8(ascii: "/"), _), (_, UInt8(ascii: "-"), _): return cursor.peek(3).isDigit ? monthFirst(&cursor) : dayFirst(&cursor)
    case (_, _, UInt8(ascii: "-")), (_, _, UInt8(ascii: "/")): return yearFirst(&cursor)
    default: return epoch(&cursor)
    }
  }

  /// The instant that a text stands for; nil as in the other method.
  public func parse(_ bytes: [UInt8]) -> Timestamp? { unsafe bytes.withUnsafeBytes { unsafe parse($0) } }

  /// `2026-11-01`, then perhaps a time.
  @inline(__always)
  private func yearFirst(_ cursor: inout ByteCursor) -> Timestamp? {
    if var civil = cursor.isoDateTime() { return readFraction(&cursor, into: &civil) ? ending(&cursor, of: civil) : nil }
    guard let year = cursor.fourDigits() else { return nil }
    let separator = cursor.next
    guard cursor.skip(separator), let month = cursor.twoDigits(), cursor.skip(separator), let day = cursor.twoDigits() else { return nil }
    let date = CivilDateTime(year: year, month: month, day: day)
    if cursor.isAtEnd { return instant(date) }
    guard cursor.skip(UInt8(ascii: "T")) || cursor.skip(UInt8(ascii: " ")) || cursor.skip(UInt8(ascii: "t")) else { return nil }
    return time(&cursor, on: date)
  }

  /// `01/Nov/2026`, then a time.
  private func dayFirst(_ cursor: inout ByteCursor) -> Timestamp? {
    guard let day = cursor.twoDigits() else { return nil }
    let separator = cursor.next
    guard cursor.skip(separator), let month = month(&cursor), cursor.skip(separator), let year = cursor.fourDigits(),
      cursor.skip(UInt8(ascii: ":")) || cursor.skip(UInt8(ascii: " "))
    else { return nil }
    return time(&cursor, on: CivilDateTime(year: year, month: month, day: day))
  }

  /// `11/01/2026`, then perhaps a time, which may be in twelve hours.
  private func monthFirst(_ cursor: inout ByteCursor) -> Timestamp? {
    guard let month = cursor.oneOrTwoDigits(), cursor.skip(UInt8(ascii: "/")), let day = cursor.oneOrTwoDigits(),
      cursor.skip(UInt8(ascii: "/")), let year = cursor.fourDigits()
    else { return nil }
    let date = CivilDateTime(year: year, month: month, day: day)
    if cursor.isAtEnd { return instant(date) }
    _ = cursor.skip(UInt8(ascii: ","))
    guard cursor.skip(UInt8(ascii: " ")) else { return nil }
    return time(&cursor, on: date, mayHaveHalves: true)
  }

  /// Digits since the epoch; their number tells the unit.
  private func epoch(_ cursor: inout ByteCursor) -> Timestamp? {
    let isNegative = cursor.skip(UInt8(ascii: "-"))
    let (value, count) = cursor.digits(atMost: 19)
    let unit: Int64
    switch count {
    case 10: unit = 1_000_000_000
    case 13: unit = 1_000_000
    case 16: unit = 1_000
    case 19: unit = 1
    default: return nil
    }
    guard let nanoseconds = Int64(exactly: value)?.multipliedReportingOverflow(by: unit), !nanoseconds.overflow else { return nil }
    var fraction: Int64 = 0
    if !cursor.isAtEnd {
      guard unit > 1, let billionths = self.fraction(&cursor), cursor.isAtEnd, billionths * unit % 1_000_000_000 == 0 else { return nil }
      fraction = billionths * unit / 1_000_000_000
    }
    let (sum, overflow) = nanoseconds.partialValue.addingReportingOverflow(fraction)
    return overflow ? nil : Timestamp(nanoseconds: isNegative ? -sum : sum)
  }

  /// `00:03:27.250 +02:00` and the end.
  private func time(_ cursor: inout ByteCursor, on date: CivilDateTime, mayHaveHalves: Bool = false) -> Timestamp? {
    var civil = date
    guard var hour = mayHaveHalves ? cursor.oneOrTwoDigits() : cursor.twoDigits(), cursor.skip(UInt8(ascii: ":")),
      let minute = cursor.twoDigits()
    else { return nil }
    civil.minute = minute
    if cursor.skip(UInt8(ascii: ":")) {
      guard let second = cursor.twoDigits() else { return nil }
      civil.second = second
      guard readFraction(&cursor, into: &civil) else { return nil }
    }
    if mayHaveHalves, let isAfternoon = half(&cursor) {
      guard hour >= 1, hour <= 12 else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    civil.hour = hour
    return ending(&cursor, of: civil)
  }

  /// Perhaps a zone, and the end.
  @inline(__always)
  private func ending(_ cursor: inout ByteCursor, of civil: CivilDateTime) -> Timestamp? {
    if cursor.isAtEnd { return instant(civil) }
    guard let offset = offset(&cursor), cursor.isAtEnd else { return nil }
    return instant(civil, offset: offset)
  }

  /// A fraction of the second, if there is one; false if it has no digits.
  @inline(__always)
  private func readFraction(_ cursor: inout ByteCursor, into civil: inout CivilDateTime) -> Bool {
    guard cursor.next == UInt8(ascii: ".") || cursor.next == UInt8(ascii: ",") else { return true }
    guard let billionths = fraction(&cursor) else { return false }
    civil.nanosecond = Int(billionths)
    return true
  }

  /// A point or comma and 1–9 digits, in billionths.
  private func fraction(_ cursor: inout ByteCursor) -> Int64? {
    guard cursor.skip(UInt8(ascii: ".")) || cursor.skip(UInt8(ascii: ",")) else { return nil }
    let (value, count) = cursor.digits(atMost: 9)
    guard count > 0 else { return nil }
    return Int64(value) * Self.powersOfTen[9 - count]
  }

  private static let powersOfTen: [Int64] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000]

  /// `AM` or `PM`, perhaps after a space: whether it is afternoon.
  private func half(_ cursor: inout ByteCursor) -> Bool? {
    var ahead = cursor
    _ = ahead.skip(UInt8(ascii: " "))
    let letter = ahead.next.asciiLowercased
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
    ahead.advance()
    guard ahead.skip(word: "m") else { return nil }
    cursor = ahead
    return letter == UInt8(ascii: "p")
  }

  /// `Z`, `UTC`, `GMT`, `±hh:mm`, `±hhmm` or `±hh`, perhaps after a space, in seconds.
  private func offset(_ cursor: inout ByteCursor) -> Int64? {
    if cursor.skip(UInt8(ascii: "Z")) { return 0 }
    _ = cursor.skip(UInt8(ascii: " "))
    let isWest = cursor.next == UInt8(ascii: "-")
    guard isWest || cursor.next == UInt8(ascii: "+") else {
      return cursor.skip(word: "z") || cursor.skip(word: "utc") || cursor.skip(word: "gmt") ? 0 : nil
    }
    cursor.advance()
    guard let hours = cursor.twoDigits(), hours < 24 else { return nil }
    var minutes = 0
    if !cursor.isAtEnd {
      _ = cursor.skip(UInt8(ascii: ":"))
      guard let both = cursor.twoDigits(), both < 60 else { return nil }
      minutes = both
    }
    return Int64(hours * 60 + minutes) * (isWest ? -60 : 60)
  }

  /// The English abbreviation of a month, in any case.
  private func month(_ cursor: inout ByteCursor) -> Int? {
    let letters =
      (UInt32(cursor.next.asciiLowercased) << 16) | (UInt32(cursor.peek(1).asciiLowercased) << 8)
      | UInt32(cursor.peek(2).asciiLowercased)
    guard let index = Self.months.firstIndex(of: letters) else { return nil }
    cursor.advance(by: 3)
    return index + 1
  }

  private static let months: [UInt32] = CivilDateTime.monthNames.map { name in
    name.utf8.reduce(0) { ($0 << 8) | UInt32($1.asciiLowercased) }
  }

  /// The instant of a local time, with an offset in seconds or else in the parser's zone.
  @inline(__always)
  private func instant(_ civil: CivilDateTime, offset: Int64? = nil) -> Timestamp? {
    var civil = civil
    let isLeapSecond = civil.second == 60
    if isLeapSecond { civil.second = 59 }
    guard civil.isValid, let local = offset == nil ? zone.utc(civil) : civil.utc else { return nil }
    let later = (isLeapSecond ? 1 : 0) - (offset ?? 0)
    let (moved, overflow) = local.nanoseconds.addingReportingOverflow(later * 1_000_000_000)
    return overflow ? nil : Timestamp(nanoseconds: moved)
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  @inline(__always)
  var isDigit: Bool { self &- 0x30 < 10 }
}
