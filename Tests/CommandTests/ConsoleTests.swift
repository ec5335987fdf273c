import Foundation
import Testing

/// `simulate`, `query`, `inspect` and `collect` on the console.
struct ConsoleTests {
  private static let rows =
    "time,user,bytes\n2026-11-01T00:00:00Z,ada,10\n2026-11-01T01:00:00Z,ada,20\n2026-11-01T01:30:00Z,\"b\"\"ob\",x\n"

  @Test func aQueryAsJSONIsAnArrayOfObjects() throws {
    let work = try Workspace()
    try work.write("log.csv", Self.rows)
    let outcome = try work.run("query", "log.csv", "--by", "user", "--measure", "sum(bytes)", "--format", "json")
    let array = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    #expect(array.count == 2)
    #expect(array[0]["user"] as? String == "ada")
    #expect(array[0]["sum(bytes)"] as? Double == 30)
    #expect(try work.run("query", "log.csv", "--where", "user == \"x\"", "--format", "json").output == "[]\n")
  }

  @Test func timeBinsComeInOrderOfTime() throws {
    let work = try Workspace()
    try work.write("log.csv", Self.rows)
    let outcome = try work.run("query", "log.csv", "--bin", "1h", "--format", "csv")
    #expect(outcome.output == "time,count\n2026-11-01T00:00:00Z,1\n2026-11-01T01:00:00Z,2\n")
  }

  @Test(arguments: ["csv", "json"]) func groupsThatAreNotListedAreSpokenOf(format: String) throws {
    let work = try Workspace()
    try work.write("log.csv", Self.rows)
    for more in [[], ["--timeline"]] {
      let command = ["query", "log.csv", "--by", "user", "--top", "1", "--format", format] + more
      #expect(try work.run(command).errors == "note: 1 other group is not listed: see --top\n")
      #expect(try work.run(command + ["--quiet"]).errors.isEmpty)
    }
  }

  /// A dash alone would not say whether the column or the question is wrong.
  @Test(arguments: [
    ("sum(user)", ["--by", "user"], "‘sum(user)’ has no value: no cell of ‘user’ is a number"),
    ("p95(user)", ["--where", "bytes > 5"], "‘p95(user)’ has no value: no cell of ‘user’ in a row that matches is a number"),
    ("max(user)", ["--timeline", "--bin", "1h"], "‘max(user)’ has no value: no row that is in a group has a number in ‘user’"),
    ("sum(bytes)", ["--where", "bytes > 1e25"], "‘sum(bytes)’ has no value: ‘bytes’ holds numbers too large to be added exactly"),
    ("sum(bytes)", ["--by", "user"], ""), ("sum(user)", ["--where", "bytes < 0"], ""),
  ])
  func aMeasureWithoutNumbersIsWarnedOf(measure: String, options: [String], warning: String) throws {
    let work = try Workspace()
    try work.write("log.csv", Self.rows + (options.contains("bytes > 1e25") ? "2026-11-01T01:40:00Z,b,1e30\n" : ""))
    let outcome = try work.run(["query", "log.csv", "--measure", measure] + options)
    #expect(outcome.errors == (warning.isEmpty ? "" : "warning: \(warning)\n"))
    #expect(outcome.exitCode == 0)
  }

  @Test func timesThatCanNotBeReadAreWarnedOf() throws {
    let work = try Workspace()
    try work.write("log.csv", "time,user\nsoon,ada\nlater,bob\n")
    let outcome = try work.run("query", "log.csv", "--bin", "1h")
    #expect(outcome.errors == "warning: no row is in a group: no cell of ‘time’ is a time\n")
    #expect(outcome.exitCode == 0)
  }

  @Test func aMeasureWithoutNumbersFailsOnlyAStrictBuild() throws {
    let work = try Workspace()
    try work.write("report.yml", "title: Numbers\nsources:\n  logs:\n    files: log.csv\n")
    try work.write("log.csv", Self.rows)
    try work.write(
      "page.md", "# Page\n\n```table t\nby: user\nmeasures: [count, sum(time)]\n```\n\n```histogram h\nof: user\nallow_empty: true\n```\n")
    let outcome = try work.run("build")
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.errors.contains("page.md:5:19: warning: ‘t’: ‘sum(time)’ has no value: no cell of ‘time’ is a number\n"), "\(outcome.errors)")
    #expect(
      outcome.errors.contains("page.md:9:5: warning: ‘h’: no row is in a group: no cell of ‘user’ is a number\n"), "\(outcome.errors)")
    #expect(try work.run("build", "--strict").exitCode == 65)
  }

  @Test(arguments: [["--top", "1"], ["--by", ","], ["--timeline", "--top", "2"]])
  func optionsWithoutEffectAreRefused(options: [String]) throws {
    let work = try Workspace()
    try work.write("log.csv", Self.rows)
    #expect(try work.run(["query", "log.csv"] + options).exitCode == 64)
  }

  @Test func standardInputIsALog() throws {
    let work = try Workspace()
    let outcome = try work.run("query", "-", "--by", "user", "--format", "csv", input: Self.rows)
    #expect(outcome.output == "user,count\nada,2\n\"b\"\"ob\",1\n", "\(outcome.errors)")
  }

  @Test func anUnknownColumnIsNamedWithItsNeighbours() throws {
    let work = try Workspace()
    try work.write("log.csv", Self.rows)
    let outcome = try work.run("query", "log.csv", "--by", "usr")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("did you mean ‘user’"), "\(outcome.errors)")
  }

  @Test func escapeSequencesNeverReachATerminal() throws {
    let work = try Workspace()
    try work.write("log.csv", "user,host\n\u{1B}[31mred,a\n")
    for format in ["text", "json"] {
      let outcome = try work.run("query", "log.csv", "--by", "user", "--format", format)
      #expect(!outcome.output.utf8.contains(0x1B))
    }
  }

  @Test func inspectShowsRolesAndTypes() throws {
    let work = try Workspace()
    try work.write("log.csv", Self.rows)
    let outcome = try work.run("inspect", "log.csv")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let user = try #require(outcome.output.split(separator: "\n").first { $0.hasPrefix("user") })
    #expect(user.split(separator: " ").prefix(5) == ["user", "user", "text", "2", "0"])
  }

  @Test func collectNeverWritesOverWhatItReads() throws {
    let work = try Workspace()
    let line = "Mar 27 13:06:56 web sshd[1]: Failed password for root from 192.0.2.1 port 5 ssh2\n"
    try work.write("auth.log", line)
    let outcome = try work.run("collect", "auth.log", "--year", "2017", "-o", "auth.log")
    #expect(outcome.exitCode == 73)
    #expect(work.read("auth.log") == line)
  }

  @Test func theSameSeedGivesTheSameBytes() throws {
    let work = try Workspace()
    let first = try work.run("simulate", "nids", "--rows", "50")
    #expect(first.output == (try work.run("simulate", "nids", "--rows", "50", environment: ["TZ": "Asia/Tokyo"]).output))
    #expect(first.output.split(separator: "\n").count == 51)
    #expect(first.output.hasPrefix("timestamp,user_id,source_ip,destination_ip,action,success\n"))
  }

  @Test func repetitionsThatFillMoreThanABatchAreAllCounted() throws {
    let work = try Workspace()
    let stamp = "Mar 27 13:06:56 web sshd[1]:"
    let failure = "Failed password for root from 192.0.2.1 port 5 ssh2"
    try work.write("auth.log", "\(stamp) \(failure)\n\(stamp) message repeated 4096 times: [ \(failure)]\n\(stamp) \(failure)\n")
    let outcome = try work.run(
      "query", "auth.log", "--year", "2017", "--where", "event.action == \"ssh_login\"", "--by", "log.file.line", "--format", "csv")
    #expect(outcome.output == "log.file.line,count\n2,4096\n1,1\n3,1\n", "\(outcome.errors)")
  }
}
