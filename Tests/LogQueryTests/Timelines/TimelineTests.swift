import CivilTime
import Foundation
import SafeText
import Testing

@testable import LogQuery

/// Timelines of a made-up log against pandas: the lists are what `Tests/References/timeline_counts.py` prints.
@Suite struct TimelineTests {
  /// The log as CSV, rows in no order of time.
  private static var log: String {
    let start: Int64 = 1_793_397_600
    let keys = Array("abcdefgh".utf8)
    let rows = (0..<400).compactMap { row -> String? in
      let second = Int64(row * row * 7_919 % 259_200)
      guard second < 80_000 || second >= 150_000 else { return nil }
      let time = Timestamp(nanoseconds: (start + second) * 1_000_000_000)
      return "\(time.rfc3339),\(Unicode.Scalar(keys[row * row % 7])),\(row % 5 != 0),\(row % 11)\n"
    }
    return "time,key,ok,number\n" + rows.joined() + "no time,a,true,1\n"
  }

  private func timeline(_ question: TimelineQuestion, log: String = Self.log, jobs: Int = 2) throws -> Timeline {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("logbrief-timeline-" + UUID().uuidString + ".csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(log.utf8).write(to: file)
    let engine = try ScanEngineTests.engine([file.path], jobs: jobs, chunkSize: 700)
    return try #require(try question.timeline(try engine.run(question.queries).tables))
  }

  private func values(_ measure: Measure, width: TimeSpan? = .hours(6)) throws -> [Double?] {
    let filter = try ScanEngineTests.filter("ok == true and number >= 0")
    let timeline = try timeline(TimelineQuestion(filter: filter, measure: measure, width: width, mostChosen: 24))
    #expect(timeline.matched == timeline.placed + timeline.noValue)
    return timeline.values.map(\.number)
  }

  @Test func countsAreThoseOfPandas() throws {
    #expect(try values(.count) == [7, 25, 31, 31, 13, 0, 0, 13, 20, 26, 22, 23, 25])
    #expect(try values(.statistic(.sum, column: "number")) == [25, 120, 141, 132, 75, 0, 0, 47, 118, 126, 127, 123, 133])
    #expect(try values(.statistic(.max, column: "number")) == [6, 10, 10, 10, 10, nil, nil, 9, 10, 10, 10, 9, 10])
    #expect(try values(.statistic(.median, column: "number")) == [4, 4, 4, 4, 7, nil, nil, 3, 6, 5.5, 6.5, 6, 6])
    #expect(try values(.distinct(column: "key")) == [3, 4, 4, 4, 4, 0, 0, 3, 4, 4, 4, 4, 4])
  }

  /// A distinct count of the whole is not the sum of those of its parts.
  @Test func totalsAreThoseOfAllRows() throws {
    let timeline = try timeline(TimelineQuestion(measure: .distinct(column: "key"), width: .hours(6)))
    #expect(timeline.total == .integer(4))
    #expect(timeline.values.compactMap(\.number).reduce(0, +) > 4)
  }

  /// Where the length is chosen, what was counted by minutes or hours is merged: into the same values.
  @Test(arguments: [
    Measure.count, .statistic(.sum, column: "number"), .statistic(.min, column: "number"), .statistic(.max, column: "number"),
    .statistic(.mean, column: "number"), .statistic(.median, column: "number"), .statistic(.p95, column: "number"),
    .distinct(column: "number"),
  ])
  func lengthsChosenAndAskedForAreTheSame(measure: Measure) throws {
    #expect(try values(measure, width: nil) == (try values(measure, width: .hours(6))))
    for most in [4, 80, 900] {
      let chosen = try timeline(TimelineQuestion(measure: measure, series: "key", mostChosen: most))
      let asked = try timeline(TimelineQuestion(measure: measure, series: "key", width: chosen.grid.width), jobs: 1)
      #expect(chosen == asked, "\(most) \(chosen.grid.width)")
    }
  }

  @Test func aSilentLogIsAGap() throws {
    let hours = try timeline(TimelineQuestion(filter: try ScanEngineTests.filter("key == \"a\""), width: .hours(1)))
    #expect(hours.gaps == [23..<41])
    #expect(hours.values[23..<41].allSatisfy { $0 == .missing })
    // Hours without a row of the key are zeros where the log has others.
    #expect(hours.values.count { $0 == .integer(0) } > 0)
    #expect(hours.grid.count == 72)
    #expect(try timeline(TimelineQuestion(width: .hours(6))).gaps.isEmpty)
  }

  @Test func weeksAreCountedFromMonday() throws {
    let weeks = try timeline(TimelineQuestion(width: .days(7)))
    #expect(weeks.values == [.integer(170), .integer(122)])
    #expect(weeks.grid.start(0).rfc3339 == "2026-10-26T00:00:00Z")
  }

  @Test func seriesAreTheLargestAndTheRest() throws {
    var question = TimelineQuestion(filter: try ScanEngineTests.filter("ok == true and key in [\"a\", \"b\", \"c\", \"e\"]"), series: "key")
    question.width = .hours(6)
    question.mostSeries = 2
    let timeline = try timeline(question)
    #expect(timeline.series.map(\.key) == [.text("c"), .text("e")])
    #expect(timeline.series[0].values.map(\.number) == [3, 8, 9, 11, 4, 0, 0, 3, 5, 6, 7, 7, 8])
    #expect(timeline.series[0].total == .integer(71))
    #expect(timeline.otherCount == 2)
    #expect(timeline.other?.values.map(\.number) == [4, 10, 13, 10, 5, 0, 0, 5, 9, 10, 8, 9, 13])
    question.measure = .distinct(column: "number")
    let distinct = try self.timeline(question)
    #expect(distinct.otherCount == 2)
    #expect(distinct.other?.values.map(\.number) == [3, 8, 7, 9, 6, 0, 0, 7, 5, 9, 8, 9, 8])
  }

  /// Added as doubles the first would be 0.6000000000000001 and the others two less; and what is not known is no zero.
  @Test func sumsOfALengthThatIsChosenAreExact() throws {
    let cells = [
      ("00:00", "0.1"), ("00:01", "0.2"), ("00:02", "0.3"), ("00:07", "0.1"), ("00:08", "9007199254740993"), ("00:09", "0.5"),
      ("09:59", "1e30"),
    ]
    let log = "time,bytes\n" + cells.map { "2026-11-01T\($0):00Z,\($1)\n" }.joined()
    var sums: [[Value]] = []
    for width in [nil, TimeSpan.minutes(5)] {
      let question = TimelineQuestion(measure: .statistic(.sum, column: "bytes"), width: width, mostChosen: 200)
      let timeline = try timeline(question, log: log)
      #expect(timeline.grid.width == .minutes(5))
      #expect(timeline.total == .missing)
      sums.append([timeline.values[0], timeline.values[1], timeline.values[119]])
    }
    // Python: math.fsum([0.1, 0.2, 0.3]) and float(Fraction(0.1) + 9007199254740993 + Fraction(0.5)).
    #expect(sums[0] == [.decimal(0.6), .integer(9_007_199_254_740_994), .missing])
    #expect(sums[0] == sums[1])
  }

  @Test func manyBinsAreNotToldApart() throws {
    let log = try EngineLog(seed: 5, count: 60)
    let bin = GroupKey.timeBin(column: "timestamp", width: .minutes(1))
    let queries = [3, 1_000].map { Query(groups: [.column("action"), bin], top: Query.Top(2), mostBins: $0) }
    let tables = try ScanEngineTests.engine([log.path]).run(queries).tables
    for table in tables { #expect(table.ledgerBalances) }
    #expect(tables[0].rows.isEmpty)
    #expect(tables[0].rest.map(\.count) == [tables[0].matched - tables[0].noValue])
    #expect(tables[0].restGroups == tables[0].groupCount)
    #expect(tables[1].rows.count > 3)
  }

  @Test func tooManyIntervalsAreRefused() throws {
    #expect(throws: TimelineProblem.self) { try timeline(TimelineQuestion(width: .seconds(10))) }
  }
}
