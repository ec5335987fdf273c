import CivilTime
import LogQuery
import Testing

@Suite struct TimelineGridTests {
  private static func time(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0) throws -> Timestamp {
    try #require(CivilDateTime(year: year, month: month, day: day, hour: hour, minute: minute).utc)
  }

  @Test func theShortestLengthThatFitsIsChosen() throws {
    let start = try Self.time(2026, 11, 1)
    func width(_ span: TimeSpan, most: Int) -> TimeSpan { TimelineGrid(from: start, to: start + span, most: most).width }
    #expect(width(.seconds(0), most: 600) == .minutes(1))
    // The interval that holds the end counts too.
    #expect(width(.minutes(599), most: 600) == .minutes(1))
    #expect(width(.minutes(600), most: 600) == .minutes(5))
    #expect(width(.days(1), most: 600) == .minutes(5))
    #expect(width(.days(24), most: 600) == .hours(1))
    #expect(width(.days(365), most: 600) == .hours(24))
    #expect(width(.days(1), most: 60) == .minutes(30))
    #expect(width(.days(3_653), most: 600) == .days(7))
  }

  @Test func theWholeRangeOfTimesHasIntervals() {
    let grid = TimelineGrid(from: Timestamp(nanoseconds: .min), to: Timestamp(nanoseconds: .max), most: 600)
    #expect(grid.width == .days(364))
    #expect(grid.count == 588)
    #expect(grid.index(of: Timestamp(nanoseconds: .max)) == 587)
    #expect(grid.index(of: Timestamp(nanoseconds: .min)) == 0)
    #expect(grid.start(0) == Timestamp(nanoseconds: .min))
    #expect(grid.start(588) == Timestamp(nanoseconds: .max))
    #expect(
      TimelineGrid(from: Timestamp(nanoseconds: .min), to: Timestamp(nanoseconds: .max), width: TimeSpan(nanoseconds: 1)).count == .max)
  }

  @Test func weeksStartOnMonday() throws {
    let grid = TimelineGrid(from: try Self.time(2026, 11, 1, 23, 59), to: try Self.time(2026, 11, 9), width: .days(7))
    #expect(grid.start(0) == (try Self.time(2026, 10, 26)))
    #expect(grid.count == 3)
    #expect(grid.index(of: try Self.time(2026, 11, 2)) == 1)
    #expect(grid.index(of: try Self.time(2026, 10, 25, 23)) == nil)
    #expect(grid.index(of: try Self.time(2026, 11, 16)) == nil)
  }

  @Test func lengthsOfTheLadderAreMadeOfThoseBefore() {
    for (short, long) in zip(TimelineGrid.ladder, TimelineGrid.ladder.dropFirst()) {
      #expect(long.nanoseconds % short.nanoseconds == 0)
      #expect((long.lead - short.lead) % short.nanoseconds == 0)
    }
  }
}
