import CivilTime
import Testing

@testable import SVGCharts

/// Expected ticks are those that d3-time's `utcTicks(start, stop, 4)` gives, but for weeks, which start on Monday here.
@Suite struct TimeScaleTests {
  @Test(arguments: [
    ("01 12:00:00", "01 12:00:04", ["01 12:00:00", "01 12:00:01", "01 12:00:02", "01 12:00:03", "01 12:00:04"]),
    ("01 12:00:00", "01 12:00:50", ["01 12:00:00", "01 12:00:15", "01 12:00:30", "01 12:00:45"]),
    ("01 12:00:27", "01 12:04:12", ["01 12:01:00", "01 12:02:00", "01 12:03:00", "01 12:04:00"]),
    ("01 12:08:27", "01 13:04:12", ["01 12:15:00", "01 12:30:00", "01 12:45:00", "01 13:00:00"]),
    ("01 14:28:27", "02 01:34:12", ["01 15:00:00", "01 18:00:00", "01 21:00:00", "02 00:00:00"]),
    ("01 16:28:27", "03 21:34:12", ["02 00:00:00", "02 12:00:00", "03 00:00:00", "03 12:00:00"]),
    ("01 16:28:27", "05 21:34:12", ["02 00:00:00", "03 00:00:00", "04 00:00:00", "05 00:00:00"]),
    ("01 16:28:27", "24 21:34:12", ["03 00:00:00", "10 00:00:00", "17 00:00:00", "24 00:00:00"]),
  ])
  func ticksWithinAMonth(_ first: String, _ last: String, _ expected: [String]) throws {
    let start = try #require(time(first))
    let end = try #require(time(last))
    #expect(TimeScale(start, end).step(4).starts(from: start, to: end) == expected.map { time($0) })
  }

  @Test func ticksBeyondAMonth() throws {
    let months = try ticks(from: (2011, 1, 18), to: (2011, 5, 2))
    #expect(months == [date(2011, 2, 1), date(2011, 3, 1), date(2011, 4, 1), date(2011, 5, 1)])
    let quarters = try ticks(from: (2010, 12, 18), to: (2011, 11, 2))
    #expect(quarters == [date(2011, 1, 1), date(2011, 4, 1), date(2011, 7, 1), date(2011, 10, 1)])
    let years = try ticks(from: (2010, 12, 18), to: (2014, 3, 2))
    #expect(years == [date(2011, 1, 1), date(2012, 1, 1), date(2013, 1, 1), date(2014, 1, 1)])
    let decades = try ticks(from: (1700, 3, 1), to: (2200, 1, 1))
    #expect(decades == [date(1800, 1, 1), date(1900, 1, 1), date(2000, 1, 1), date(2100, 1, 1), date(2200, 1, 1)])
  }

  @Test func pairsOfDaysRunThroughMonthEnds() throws {
    let start = try #require(date(2017, 1, 27))
    let end = try #require(date(2017, 2, 6))
    let days = TimeStep.days(2).starts(from: start, to: end).map { CivilDateTime($0).day }
    #expect(days == [28, 30, 1, 3, 5])
  }

  @Test func theEndsOfTimeHaveTicks() {
    let first = Timestamp(nanoseconds: .min)
    let last = Timestamp(nanoseconds: .max)
    #expect(TimeScale(first, last).step(4).starts(from: first, to: last).map { CivilDateTime($0).year } == [1800, 2000, 2200])
    for step in TimeStep.all {
      #expect(step.starts(from: first, to: first + .seconds(1)).count <= 1)
      #expect(step.starts(from: Timestamp(nanoseconds: .max - 1), to: last).count <= 1)
    }
  }

  @Test func labelsSayTheLargestUnitThatTurns() throws {
    let midnight = try #require(date(2017, 3, 30))
    #expect(TimeStep.seconds(3_600).label(midnight) == "30 Mar")
    #expect(TimeStep.seconds(3_600).label(midnight + .minutes(90)) == "01:30")
    #expect(TimeStep.seconds(15).label(midnight + .seconds(15)) == "00:00:15")
    #expect(TimeStep.weeks.label(midnight) == "30 Mar")
    #expect(TimeStep.months(1).label(try #require(date(2017, 2, 1))) == "Feb")
    #expect(TimeStep.months(3).label(try #require(date(2017, 1, 1))) == "2017")
  }

  private func ticks(from first: (Int, Int, Int), to last: (Int, Int, Int)) throws -> [Timestamp?] {
    let start = try #require(date(first.0, first.1, first.2))
    let end = try #require(date(last.0, last.1, last.2))
    return TimeScale(start, end).step(4).starts(from: start, to: end)
  }

  private func date(_ year: Int, _ month: Int, _ day: Int) -> Timestamp? { CivilDateTime(year: year, month: month, day: day).utc }

  /// `dd hh:mm:ss` in January 2011.
  private func time(_ text: String) -> Timestamp? {
    let parts = text.split { $0 == " " || $0 == ":" }.compactMap { Int($0) }
    return CivilDateTime(year: 2011, month: 1, day: parts[0], hour: parts[1], minute: parts[2], second: parts[3]).utc
  }
}
