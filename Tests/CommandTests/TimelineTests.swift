import Foundation
import Testing

/// `timeline` figures and `query --timeline`, from end to end.
struct TimelineTests {
  /// Ten rows in two hours, then nothing for most of a day, then one.
  private static let rows =
    "time,user\n" + (0..<10).map { "2026-11-01T0\($0 / 5):\($0 % 5)0:00Z,\($0 % 3 == 0 ? "ada" : "bob")\n" }.joined()
    + "2026-11-01T23:30:00Z,ada\n"

  private func report(_ figure: String, rows: String = Self.rows, text: String = "") throws -> Workspace {
    let work = try Workspace()
    try work.write("report.yml", "title: Time\nsources:\n  logs:\n    files: log.csv\n")
    try work.write("log.csv", rows)
    try work.write("page.md", "# Time\n\n```timeline t\n\(figure)\n```\n\n\(text)\n")
    return work
  }

  @Test func aGapIsNeitherDrawnNorCountedAsZero() throws {
    let work = try report(
      "bin: 1h\nseries: user\nnotes:\n  2026-11-01T00:30:00Z: half <past>",
      text: "{{t.total}} in {{t.rows}}, {{t.max}} at most, {{t.min}} at least, from {{t.first.key}}.")
    let outcome = try work.run("build")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let lines = try #require(work.read("public/data/t.csv")).split(separator: "\n")
    #expect(
      lines.prefix(4) == ["time,bob,ada,total", "2026-11-01T00:00:00Z,3,2,5", "2026-11-01T01:00:00Z,3,2,5", "2026-11-01T02:00:00Z,,,"])
    #expect(lines.suffix(2) == ["2026-11-01T22:00:00Z,,,", "2026-11-01T23:00:00Z,0,1,1"])
    #expect(lines.count == 25)
    let page = try #require(work.read("public/index.html"))
    #expect(page.contains("Rows every hour, UTC, by user, shaded where there is no data; n\u{A0}=\u{A0}11"))
    #expect(page.contains("1\u{A0}Nov\u{A0}2026\u{A0}02:00, no data until 1\u{A0}Nov\u{A0}2026\u{A0}23:00"))
    #expect(page.contains("11 in 24 intervals"))
    #expect(page.contains("half &lt;past&gt;"))
    #expect(page.contains(#">24</data>, <data class="v" value="5">5</data> at most, <data class="v" value="1">1</data> at least"#))
  }

  @Test func theSpanChoosesTheInterval() throws {
    let work = try report("title: All")
    #expect(try work.run("build").exitCode == 0)
    #expect(try #require(work.read("public/index.html")).contains("Rows every 5 min, UTC"))
    // A day and a half, then a year.
    for (row, words) in [("2026-11-03T11:00:00Z,x\n", "every 15 min"), ("2027-11-01T00:00:00Z,x\n", "every day")] {
      try work.write("log.csv", Self.rows + row)
      #expect(try work.run("build").exitCode == 0)
      #expect(try #require(work.read("public/index.html")).contains(words))
    }
  }

  @Test(arguments: [
    ("bin: soon", "page.md:4:6", "must be a length"), ("notes:\n  noon: x", "page.md:5:3", "‘noon’"),
    ("bin: 1s", "page.md:4:6", "84,601 from 1 Nov 2026 00:00"), ("series: usr", "page.md:4:9", "did you mean ‘user’"),
    ("bins: 1h", "page.md:4:1", "did you mean ‘bin’"),
  ])
  func mistakesComeWithTheirPlace(figure: String, place: String, message: String) throws {
    let outcome = try report(figure).run("build")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains(place) && outcome.errors.contains(message), "\(outcome.errors)")
  }

  /// A shorter period must not fail a report whose notes were written for all of it.
  @Test func aNoteOutsideIsLeftOutWithAWarning() throws {
    let work = try report("bin: 1h\nnotes:\n  2026-11-01T00:30:00Z: early\n  2026-11-01T23:35:00Z: late")
    let outcome = try work.run("build", "--to", "2026-11-01T02:00:00Z")
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.errors
        == "page.md:7:3: warning: the note at 1 Nov 2026 23:35 is left out: it lies outside the timeline, which goes from "
        + "1 Nov 2026 00:00 to 1 Nov 2026 02:00 UTC\n")
    let page = try #require(work.read("public/index.html"))
    #expect(page.contains("early") && !page.contains("late<"))
    #expect(try work.run("build", "--to", "2026-11-01T02:00:00Z", "--strict").exitCode == 65)
  }

  @Test func rowsWithoutATimeAreAccountedFor() throws {
    let work = try report("bin: 1h", rows: Self.rows + "later,ada\n")
    #expect(try work.run("build").exitCode == 0)
    #expect(try #require(work.read("public/index.html")).contains("11 in 24 intervals + 1 without a time"))
    try work.write("log.csv", "time,user\nlater,ada\n")
    let outcome = try work.run("build")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("page.md"), "\(outcome.errors)")
  }

  @Test func theConsoleShowsTheSame() throws {
    let work = try Workspace()
    try work.write("log.csv", Self.rows)
    let csv = try work.run("query", "log.csv", "--timeline", "--bin", "1h", "--by", "user", "--format", "csv").output
    #expect(csv.hasPrefix("time,user,count\n2026-11-01T00:00:00Z,bob,3\n2026-11-01T00:00:00Z,ada,2\n"))
    #expect(csv.hasSuffix("2026-11-01T22:00:00Z,ada,\n2026-11-01T23:00:00Z,bob,0\n2026-11-01T23:00:00Z,ada,1\n"))
    let json = try work.run("query", "log.csv", "--timeline", "--format", "json", "--where", "user == \"bob\"").output
    let array = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(array.count == 48)
    #expect(array[0]["time"] as? String == "2026-11-01T00:00:00Z")
    #expect(array.compactMap { $0["count"] as? Int }.reduce(0, +) == 6)
    #expect(array[5]["count"] is NSNull)
    #expect(try work.run("query", "log.csv", "--timeline", "--format", "json", "--where", "user == \"x\"").output == "[]\n")
    let distinct = ["query", "log.csv", "--timeline", "--measure", "distinct(user)", "--format", "csv"]
    #expect(try work.run(distinct).output == (try work.run(distinct + ["--bin", "30m"]).output))

    let text = try work.run("query", "log.csv", "--timeline", "--bin", "1h", environment: ["LC_ALL": "C.UTF-8"]).output
    #expect(text.hasPrefix("count every 1 h, 1 Nov 2026 00:00 to 2 Nov 2026 00:00 UTC\n\n1 Nov 2026 00:00        5  █████"))
    #expect(text.contains("1 Nov 2026 02:00  no data\n"))
    #expect(text.contains("no data from 1 Nov 2026 02:00 to 1 Nov 2026 23:00: the log has no row at all\n11 of 11 rows matched\n"))
    let lines = try work.run("query", "log.csv", "--timeline", "--bin", "1h", "--by", "user", environment: ["LC_ALL": "C.UTF-8"]).output
    #expect(lines.contains("bob       6     3  1 Nov 2026 00:00  ██┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄\n"), "\(lines)")
  }

  @Test func theConsoleRefusesWhatItCanNotAnswer() throws {
    let work = try Workspace()
    try work.write("log.csv", Self.rows)
    #expect(try work.run("query", "log.csv", "--timeline", "--by", "user,time").exitCode == 64)
    #expect(try work.run("query", "log.csv", "--timeline", "--by", "user", "--histogram").exitCode == 64)
    #expect(try work.run("query", "log.csv", "--timeline", "--bin", "1s").exitCode == 65)
  }

  /// Counted with pandas in the rows of `simulate nids --seed 42`, by `Grouper(freq="1h")` and outcome.
  @Test func theDemoCountsAreThoseOfPandas() throws {
    let work = try Workspace()
    try work.run("simulate", "nids", "--seed", "42", "-o", "log.csv")
    let outcome = try work.run(
      "query", "log.csv", "--where", "action == \"login_attempt\"", "--timeline", "--bin", "1h", "--by", "outcome", "--format", "csv")
    let counts = outcome.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    func series(_ name: String) -> [Int] { counts.filter { $0[1] == name }.compactMap { Int($0[2]) } }
    #expect(series("failure") == [2, 3, 4, 0, 2, 4, 3, 7, 2, 4, 4, 4, 3, 2, 1, 2, 4, 7, 3, 3, 3, 5, 5, 4])
    #expect(series("success") == [6, 4, 10, 9, 7, 11, 6, 9, 10, 3, 9, 5, 9, 6, 6, 3, 8, 9, 5, 6, 11, 3, 10, 7])
  }

  /// Counted by a regular expression over the lines of the log, with "message repeated n times" as n: 102 hours hold a failure, 68 of
  /// them exactly six; the worst are 117 on 30 March from 15:00 and 126 on 5 April from 07:00.
  @Test(.enabled(if: RealAuthLog.exists)) func theHoursOfARealLogAreThoseOfIndependentCounts() throws {
    let work = try Workspace()
    let outcome = try work.run(
      "query", RealAuthLog.file.path, "--year", "2017", "--where", "event.action == \"ssh_login\" and outcome == \"failure\"", "--timeline",
      "--bin", "1h", "--format", "csv")
    let counts = outcome.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    let hours = counts.map { (time: $0[0], count: Int($0[1]) ?? 0) }
    #expect(hours.count == 578)
    #expect(hours.reduce(0) { $0 + $1.count } == 1_042)
    #expect(hours.count { $0.count > 0 } == 102)
    #expect(hours.count { $0.count == 6 } == 68)
    #expect(hours.filter { $0.count > 100 }.map(\.time) == ["2017-03-30T15:00:00Z", "2017-04-05T07:00:00Z"])
    #expect(hours.filter { $0.count > 100 }.map(\.count) == [117, 126])
  }
}
