import CivilTime
import Testing

@testable import LogCollectors

@Suite("Years of times that carry none")
struct YearClockTests {
  private func years(_ days: [(Int, Int)], from first: Int) -> [Int] {
    var clock = YearClock(firstYear: first)
    return days.map { clock.advance(month: $0.0, day: $0.1) }
  }

  @Test func aLargeStepBackTurnsTheYear() {
    #expect(years([(12, 31), (1, 1), (6, 30), (12, 31), (1, 1)], from: 2_016) == [2_016, 2_017, 2_017, 2_017, 2_018])
    #expect(years([(11, 3), (2, 3)], from: 2_016) == [2_016, 2_017])
  }

  @Test func aSmallStepBackDoesNot() {
    #expect(years([(11, 3), (11, 2), (10, 1), (11, 3)], from: 2_016) == [2_016, 2_016, 2_016, 2_016])
    // 183 days back from 1 July of a common year is 30 December before it, so from 2 July it is 31 December: no turn within the year.
    #expect(years([(7, 2), (1, 1)], from: 2_017) == [2_017, 2_017])
    #expect(years([(7, 4), (1, 1)], from: 2_017) == [2_017, 2_018])
  }

  @Test func aLateLineBelongsToTheOldYear() {
    #expect(years([(12, 31), (1, 1), (12, 31), (1, 1), (1, 2)], from: 2_016) == [2_016, 2_017, 2_016, 2_017, 2_017])
    // December of the new year, after a pause, does not.
    #expect(years([(12, 31), (1, 1), (12, 30)], from: 2_016) == [2_016, 2_017, 2_017])
    #expect(years([(1, 1), (12, 31)], from: 2_016) == [2_016, 2_016])
  }

  @Test func aYearIsInferredFromTheTimeOfTheFile() throws {
    func inferred(_ lines: [String], _ modified: CivilDateTime) throws -> Int? {
      var inference = YearInference()
      let bytes = Array(lines.map { $0 + " 10:00:00 lab x: y\n" }.joined().utf8)
      _ = bytes.withUnsafeBytes { inference.scan($0, isLast: true) }
      return inference.firstYear(modified: try #require(modified.utc))
    }
    let new = CivilDateTime(year: 2_027, month: 1, day: 2)
    #expect(try inferred(["Dec 30", "Jan  2"], new) == 2_026)
    #expect(try inferred(["Dec 30"], new) == 2_026)
    #expect(try inferred(["Jan  1"], new) == 2_027)
    // A day is allowed for zones.
    #expect(try inferred(["Jan  3"], new) == 2_027)
    #expect(try inferred(["Jan  4"], new) == 2_026)
    #expect(try inferred(["Feb 29"], new) == 2_024)
    #expect(try inferred(["Dec 31", "Feb 29"], new) == 2_023)
    #expect(try inferred(["x"], new) == nil)
  }

  @Test func piecesOfAFileAreInferredAsTheWhole() throws {
    let bytes = Array("Dec 30 10:00:00 lab x: y\nJan  2 10:00:00 lab x: y".utf8)
    var inference = YearInference()
    let first = bytes[..<30].withUnsafeBytes { inference.scan($0, isLast: false) }
    #expect(first == 25)
    _ = bytes[first...].withUnsafeBytes { inference.scan($0, isLast: true) }
    #expect(inference.firstYear(modified: try #require(CivilDateTime(year: 2_027, month: 1, day: 2).utc)) == 2_026)
  }
}
