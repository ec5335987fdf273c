import CivilTime
import Testing

@Suite struct CivilDateTimeTests {
  /// Day numbers and weekdays from Python's datetime.
  @Test(arguments: [
    (1677, 9, 22, -106_751, 2), (1700, 2, 28, -98_557, 6), (1900, 3, 1, -25_508, 3), (1970, 1, 1, 0, 3), (2000, 2, 29, 11_016, 1),
    (2024, 12, 31, 20_088, 1), (2100, 3, 1, 47_541, 0), (2262, 4, 11, 106_751, 4),
  ])
  func daysAndWeekdays(year: Int, month: Int, day: Int, days: Int, weekday: Int) {
    #expect(CivilDateTime.daysSinceEpoch(year: year, month: month, day: day) == days)
    #expect(CivilDateTime.date(daysSinceEpoch: days) == (year, month, day))
    #expect(CivilDateTime(year: year, month: month, day: day).weekday == weekday)
  }

  @Test func everyDayFollowsTheOneBefore() {
    var (year, month, day) = (1599, 12, 31)
    for days in CivilDateTime.daysSinceEpoch(year: 1600, month: 1, day: 1)...CivilDateTime.daysSinceEpoch(year: 2401, month: 1, day: 1) {
      day += 1
      if day > CivilDateTime.days(inMonth: month, year: year) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
      guard CivilDateTime.date(daysSinceEpoch: days) == (year, month, day) else {
        Issue.record("day \(days) is not \(year)-\(month)-\(day)")
        return
      }
    }
  }

  @Test func instantsTurnIntoFieldsAndBack() {
    for nanoseconds: Int64 in [0, -1, 1, 999_999_999, -86_400_000_000_000, 1_793_491_407_123_456_789, .max, -9_223_372_036_000_000_000] {
      let civil = CivilDateTime(Timestamp(nanoseconds: nanoseconds))
      #expect(civil.isValid)
      #expect(civil.utc == Timestamp(nanoseconds: nanoseconds))
    }
    let last = CivilDateTime(Timestamp(nanoseconds: -1))
    #expect(last == CivilDateTime(year: 1969, month: 12, day: 31, hour: 23, minute: 59, second: 59, nanosecond: 999_999_999))
  }

  @Test func validity() {
    #expect(CivilDateTime(year: 2024, month: 2, day: 29).isValid)
    #expect(CivilDateTime(year: 2000, month: 2, day: 29).isValid)
    for date in [(2023, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32)] {
      #expect(!CivilDateTime(year: date.0, month: date.1, day: date.2).isValid)
    }
    #expect(!CivilDateTime(year: 2026, month: 1, day: 1, hour: 24).isValid)
    #expect(!CivilDateTime(year: 2026, month: 1, day: 1, second: 60).isValid)
    #expect(!CivilDateTime(year: 2026, month: 1, day: 1, nanosecond: 1_000_000_000).isValid)
  }

  @Test func outOfRangeIsNil() {
    #expect(CivilDateTime(year: 2262, month: 4, day: 12).utc == nil)
    #expect(CivilDateTime(year: 1677, month: 9, day: 21).utc == nil)
    #expect(CivilDateTime(year: 9_999, month: 12, day: 31).utc == nil)
  }
}
