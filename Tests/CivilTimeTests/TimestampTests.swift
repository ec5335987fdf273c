import CivilTime
import Testing

@Suite struct TimestampTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (1_793_491_407_000_000_000, "2026-11-01T00:03:27Z"),
      (1_793_491_407_250_000_000, "2026-11-01T00:03:27.250Z"),
      (1_793_491_407_000_001_000, "2026-11-01T00:03:27.000001Z"), (1_793_491_407_000_000_001, "2026-11-01T00:03:27.000000001Z"),
      (-1, "1969-12-31T23:59:59.999999999Z"), (.max, "2262-04-11T23:47:16.854775807Z"), (.min, "1677-09-21T00:12:43.145224192Z"),
    ] as [(Int64, String)])
  func rfc3339(nanoseconds: Int64, text: String) { #expect(Timestamp(nanoseconds: nanoseconds).rfc3339 == text) }

  @Test func flooredGoesBackAlsoBeforeTheEpoch() {
    let hour = TimeSpan.hours(1)
    #expect(Timestamp(nanoseconds: 3_600_000_000_000).floored(to: hour).nanoseconds == 3_600_000_000_000)
    #expect(Timestamp(nanoseconds: 3_599_999_999_999).floored(to: hour).nanoseconds == 0)
    #expect(Timestamp(nanoseconds: -1).floored(to: hour).nanoseconds == -3_600_000_000_000)
    #expect(Timestamp(nanoseconds: -3_600_000_000_000).floored(to: hour).nanoseconds == -3_600_000_000_000)
  }

  @Test func wholeWeeksStartOnMonday() throws {
    for weeks: Int64 in [1, 4, 52] {
      let start = CivilDateTime(try #require(Timestamp(seconds: 1_793_664_000)).floored(to: .days(7 * weeks)))
      #expect(start.weekday == 0)
      #expect(start.hour == 0)
    }
    let day: Int64 = 86_400_000_000_000
    #expect(Timestamp(nanoseconds: 4 * day).floored(to: .days(7)).nanoseconds == 4 * day)
    #expect(Timestamp(nanoseconds: 4 * day - 1).floored(to: .days(7)).nanoseconds == -3 * day)
    #expect(Timestamp(nanoseconds: -3 * day - 1).floored(to: .days(7)).nanoseconds == -10 * day)
    let longest = TimeSpan(nanoseconds: Int64.max - Int64.max % (7 * day))
    #expect(Timestamp(nanoseconds: .max).floored(to: longest).nanoseconds == longest.nanoseconds - 3 * day)
  }

  @Test func flooredStaysInTheRange() {
    #expect(Timestamp(nanoseconds: .min).floored(to: .days(1)) == Timestamp(nanoseconds: .min))
    #expect(Timestamp(nanoseconds: .max).floored(to: .days(1)) < Timestamp(nanoseconds: .max))
  }

  @Test func secondsThatOverflowAreNil() {
    #expect(Timestamp(seconds: 9_223_372_036, nanosecond: 854_775_807) == Timestamp(nanoseconds: .max))
    #expect(Timestamp(seconds: 9_223_372_036, nanosecond: 854_775_808) == nil)
    #expect(Timestamp(seconds: .max) == nil)
  }

  @Test(
    arguments: [
      ("10m", 600_000_000_000), ("1h30m", 5_400_000_000_000), ("250ms", 250_000_000), ("7d", 604_800_000_000_000),
      ("2w", 1_209_600_000_000_000),
      ("1us", 1_000), ("3ns", 3), ("0s", 0), ("30m1h", 5_400_000_000_000),
    ] as [(String, Int64)])
  func spanLiterals(text: String, nanoseconds: Int64) { #expect(TimeSpan(literal: text)?.nanoseconds == nanoseconds) }

  @Test(arguments: ["", "10", "m", "-5m", "1.5h", "5 m", "5M", "5m\u{301}", "5x", "99999999999w", "200000w200000w", "٣m"])
  func wrongSpanLiterals(_ text: String) { #expect(TimeSpan(literal: text) == nil) }
}
