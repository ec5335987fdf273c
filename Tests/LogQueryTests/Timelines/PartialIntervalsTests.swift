import CivilTime
import Testing

@testable import LogQuery

/// Ends of a log in intervals of an hour; the expected answers are by looking at the clock.
@Suite struct PartialIntervalsTests {
  private static func words(_ first: TimeSpan, _ last: TimeSpan, rows: Int) -> String? {
    let start = Timestamp(nanoseconds: 1_793_491_200_000_000_000)
    let span = start + first...start + last
    return PartialIntervals(span, TimelineGrid(from: span.lowerBound, to: span.upperBound, width: .hours(1)), rows: rows).words
  }

  @Test func aLogThatBeginsOrEndsInsideSaysSo() {
    let both = "first and last interval are partial: the rows begin and end inside"
    #expect(Self.words(.minutes(20), .minutes(600 + 30), rows: 5_000) == both)
    #expect(Self.words(.minutes(20), .minutes(600 + 59), rows: 5_000) == "first interval is partial: the rows begin inside")
    #expect(Self.words(.minutes(1), .minutes(600 + 30), rows: 5_000) == "last interval is partial: the rows end inside")
    #expect(Self.words(.minutes(0), .minutes(600 + 59), rows: 5_000) == nil)
  }

  /// Eleven rows in ten hours: half an hour without one is nothing.
  @Test func aSparseLogIsNotPartial() { #expect(Self.words(.minutes(20), .minutes(600 + 30), rows: 11) == nil) }

  @Test func theEndsOfTimeAreJudgedToo() {
    let all = Timestamp(nanoseconds: .min)...Timestamp(nanoseconds: .max)
    let grid = TimelineGrid(from: all.lowerBound, to: all.upperBound, most: 600)
    #expect(PartialIntervals(all, grid, rows: 1_000_000).words != nil)
    let one = Timestamp(nanoseconds: 5)...Timestamp(nanoseconds: 5)
    #expect(PartialIntervals(one, TimelineGrid(from: one.lowerBound, to: one.upperBound, most: 60), rows: 1).words == nil)
  }
}
