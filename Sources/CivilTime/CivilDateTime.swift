/// A date and time of day in the proleptic Gregorian calendar, without a zone.
///
/// Conversions follow Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
public struct CivilDateTime: Hashable, Sendable {
  /// Astronomical year number.
  public var year: Int
  /// 1…12.
  public var month: Int
  /// 1…31.
  public var day: Int
  /// 0…23.
  public var hour: Int
  /// 0…59.
  public var minute: Int
  /// 0…59.
  public var second: Int
  /// 0…999,999,999.
  public var nanosecond: Int

  /// A date and time by its fields, which are not checked: see ``isValid``.
  @inlinable
  public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, nanosecond: Int = 0) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.nanosecond = nanosecond
  }

  /// The date and time in UTC at an instant.
  public init(_ timestamp: Timestamp) {
    var seconds = timestamp.nanoseconds / 1_000_000_000
    var nanosecond = timestamp.nanoseconds % 1_000_000_000
    if nanosecond < 0 {
      nanosecond += 1_000_000_000
      seconds -= 1
    }
    var days = seconds / 86_400
    var rest = seconds % 86_400
    if rest < 0 {
      rest += 86_400
      days -= 1
    }
    let (year, month, day) = Self.date(daysSinceEpoch: Int(days))
    self.init(
      year: year, month: month, day: day, hour: Int(rest / 3_600), minute: Int(rest / 60 % 60), second: Int(rest % 60),
      nanosecond: Int(nanosecond))
  }

  /// Whether every field is in its range and the day exists in its month.
  @inlinable @inline(__always)
  public var isValid: Bool {
    month >= 1 && month <= 12 && day >= 1 && day <= Self.days(inMonth: month, year: year) && hour >= 0 && hour < 24 && minute >= 0
      && minute < 60 && second >= 0 && second < 60 && nanosecond >= 0 && nanosecond < 1_000_000_000
  }

  /// The instant at which a clock set to UTC shows this; nil outside the range of ``Timestamp``.
  @inlinable @inline(__always)
  public var utc: Timestamp? {
    let days = Int64(Self.daysSinceEpoch(year: year, month: month, day: day))
    return Timestamp(seconds: days * 86_400 + Int64(hour * 3_600 + minute * 60 + second), nanosecond: Int64(nanosecond))
  }

  /// Day of the week, 0 for Monday … 6 for Sunday.
  public var weekday: Int {
    let days = Self.daysSinceEpoch(year: year, month: month, day: day)
    return ((days + 3) % 7 + 7) % 7
  }

  /// Days from 1970-01-01 to a date of the Gregorian calendar.
  @inlinable @inline(__always)
  public static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The date that lies `daysSinceEpoch` days after 1970-01-01.
  public static func date(daysSinceEpoch: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = daysSinceEpoch + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// Number of days in a month of a year.
  @inlinable @inline(__always)
  public static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
