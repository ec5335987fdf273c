import Testing

@testable import LogQuery

@Suite struct SilentIntervalsTests {
  /// Intervals written as a line: `#` holds a row, `.` none.
  private static func runs(_ line: String) -> [Range<Int>] { SilentIntervals.runs(line.utf8.map { $0 == UInt8(ascii: "#") }) }

  @Test func aLogThatStopsIsSilent() {
    #expect(Self.runs("##########################....##########") == [26..<30])
    #expect(Self.runs("###############.......###############") == [15..<22])
  }

  @Test func silenceForMostOfTheTimeIsSilenceToo() {
    #expect(Self.runs("##.....................#") == [2..<23])
    #expect(Self.runs("#####..........................##...........................#") == [5..<31, 33..<60])
  }

  @Test func aLongSilenceDoesNotHideAShortOne() {
    #expect(Self.runs("##################........############..##########") == [18..<26, 38..<40])
  }

  @Test func oneEmptyIntervalIsAZero() {
    #expect(Self.runs("#####################.##################").isEmpty)
    #expect(Self.runs("#.#").isEmpty)
  }

  @Test func aSparseLogHasNoGaps() {
    #expect(Self.runs("#..#.#....#...#.#..#.....#..##....#.#...#").isEmpty)
  }

  @Test func fullAndEmptyLogsHaveNone() {
    #expect(Self.runs("").isEmpty)
    #expect(Self.runs("####").isEmpty)
    #expect(Self.runs("....").isEmpty)
  }
}
