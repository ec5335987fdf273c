import Foundation
import Testing

/// `group_limit` in reports and `--group-limit` on the console: what is past it is said, and never taken for something known.
struct GroupLimitTests {
  /// By user: ada 2, bob 1, then cleo 3 and dan 1.
  private static let rows = """
    time,user,action,bytes
    2026-11-01T00:00:00Z,ada,login,1
    2026-11-01T00:01:00Z,bob,login,2
    2026-11-01T00:02:00Z,ada,login,3
    2026-11-01T00:03:00Z,cleo,login,4
    2026-11-01T00:04:00Z,cleo,login,5
    2026-11-01T00:05:00Z,cleo,logout,6
    2026-11-01T00:06:00Z,dan,login,7

    """

  private func report(_ page: String) throws -> Workspace {
    let work = try Workspace()
    try work.write("report/report.yml", "title: Users\nsources:\n  logs: { files: log.csv }\n")
    try work.write("report/log.csv", Self.rows)
    try work.write("report/page.md", page)
    return work
  }

  private static func figure(_ kind: String, _ keys: String, text: String = "") -> String {
    "\(text)\n\n# Who\n\n```\(kind) users\n\(keys)\n```\n"
  }

  @Test func aReportSaysWhatIsPastTheLimit() throws {
    let text = #"[Seven rows](claim: "users.total == 7"), [Ada made two](claim: "users.share('ada') * 7 == 2")."#.replacing(
      "'", with: #"\""#)
    let work = try report(Self.figure("bar", "by: user\ngroup_limit: 2", text: text))
    let outcome = try work.run("build", "report")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(work.read("report/public/data/users.csv") == "user,count\nada,2\nbob,1\nother,4\n")
    let page = try #require(work.read("report/public/index.html"))
    #expect(page.contains("Rows by user, the first 2 in the log"))
    #expect(page.contains("3 in 2 groups + 4 in other"))
    let limit = "only the first 2 values of user in the log were told apart; 4 rows of later ones are counted together as “other”"
    #expect(page.contains("Figure 1, users: " + limit))
  }

  @Test func whatTopLeavesOutIsPutToTheRest() throws {
    let work = try report(Self.figure("table", "by: [user, action]\ngroup_limit: 3\ntop: 1"))
    let outcome = try work.run("build", "report")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    // Past the first three, ada, bob and cleo who log in, one row each of cleo and dan.
    #expect(work.read("report/public/data/users.csv") == "user,action,count\nada,login,2\nother,,5\n")
    let page = try #require(work.read("report/public/index.html"))
    #expect(page.contains("Rows by user, action, top 1 of the first 3 in the log"))
    #expect(page.contains("2 in 1 group + 5 in other"))
    #expect(page.contains("combinations of user, action in the log were told apart; 2 rows of later ones"))
  }

  @Test func aLimitThatIsNotReachedChangesNoByteOfThePage() throws {
    let limited = try report(Self.figure("bar", "by: user\ngroup_limit: 4", text: "{{users.first.key}} of {{users.rows}}"))
    let whole = try report(Self.figure("bar", "by: user", text: "{{users.first.key}} of {{users.rows}}"))
    for work in [limited, whole] { #expect(try work.run("build", "report").exitCode == 0) }
    for file in ["index.html", "data/users.csv"] {
      let bytes = try #require(whole.read("report/public/" + file))
      #expect(limited.read("report/public/" + file) == bytes)
    }
  }

  @Test(arguments: ["rows", "first.key", "last.value", "[2].key", "max", "min", "mean", "median", "surprise"])
  func whatNobodyKnowsIsNotBound(path: String) throws {
    let step = path.utf8.first == UInt8(ascii: "[") ? path : "." + path
    for text in ["{{users\(step)}}", #"[So it is](claim: "users\#(step) == 1")"#] {
      let outcome = try report(Self.figure("query", "by: user\ngroup_limit: 2", text: text)).run("build", "report")
      #expect(outcome.exitCode == 65)
      #expect(outcome.errors.contains("page.md:1:"), "\(outcome.errors)")
      #expect(
        outcome.errors.contains("is not known: the log has more groups than ‘group_limit: 2’ tells apart"), "\(outcome.errors)")
    }
  }

  @Test(arguments: [
    ("user", "cleo", "‘cleo’ is none of the groups of ‘users’ that ‘group_limit: 2’ tells apart, so its share is not known"),
    ("user", "nobody", "‘nobody’ is none of the groups of ‘users’ that"),
    ("[user, bytes]", "ada", "‘users.share(…)’ is not known: the log has more groups than ‘group_limit: 2’ tells apart"),
  ])
  func sharesOfKeysPastTheLimitAreNotKnown(by: String, key: String, message: String) throws {
    let page = Self.figure("query", "by: \(by)\ngroup_limit: 2", text: #"{{users.share("\#(key)")}}"#)
    let outcome = try report(page).run("build", "report")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test(arguments: [
    (
      "bar", "by: user\nmeasure: sum(bytes)\ngroup_limit: 2",
      "page.md:8:14: error: past ‘group_limit’ only rows are counted, and ‘sum(bytes)’ is"
    ),
    ("table", "by: user\nmeasures: [count, distinct(action)]\ngroup_limit: 2", "page.md:8:14: error: past ‘group_limit’ only rows are"),
    ("bar", "by: user\nstack: action\ngroup_limit: 2", "page.md:8:14: error: ‘group_limit’ does not go with ‘stack’"),
    ("query", "group_limit: 2", "page.md:6:14: error: ‘group_limit’ limits groups: say which with ‘by’"),
    ("table", "rows: true\ngroup_limit: 2", "page.md:7:14: error: ‘group_limit’ groups rows, and ‘rows: true’ shows them"),
    ("query", "by: user\ngroup_limit: 0", "page.md:7:14: error: ‘group_limit’ must be a whole number from 1 to 1000000, not ‘0’"),
    ("histogram", "of: count\nby: user\ngroup_limit: 2", "page.md:8:1: error: unknown key ‘group_limit’ of a ‘histogram’ figure"),
  ])
  func mistakesAreReportedWithTheirPlaces(kind: String, keys: String, message: String) throws {
    let outcome = try report(Self.figure(kind, keys)).run("build", "report")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func theConsoleSaysWhatIsPastTheLimit() throws {
    let work = try Workspace()
    try work.write("log.csv", Self.rows)
    let query = ["query", "log.csv", "--by", "user", "--group-limit", "2"]
    let text = try work.run(query)
    #expect(
      text.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }.prefix(5).suffix(3) == [
        "ada 2", "bob 1", "(other) 4",
      ], "\(text.output)")
    #expect(text.output.contains("\n4 rows of groups past the first 2 are in (other); how many such groups there are is not known\n"))
    #expect(text.errors.isEmpty)
    let csv = try work.run(query + ["--format", "csv"])
    #expect(csv.output == "user,count\nada,2\nbob,1\n")
    #expect(csv.errors == "note: 4 rows of groups past the first 2 are not listed: see --group-limit\n")
    #expect(try work.run(query + ["--format", "csv", "--quiet"]).errors.isEmpty)
    let json = try work.run(query + ["--format", "json", "--top", "1"])
    #expect(
      json.errors
        == "note: 1 other group is not listed: see --top\nnote: 4 rows of groups past the first 2 are not listed: see --group-limit\n")
    for limit in ["4", "100"] {
      let limited = try work.run("query", "log.csv", "--by", "user", "--group-limit", limit)
      #expect(limited.output == (try work.run("query", "log.csv", "--by", "user").output))
    }
  }

  @Test(arguments: [
    ["--group-limit", "0", "--by", "user"], ["--group-limit", "2"], ["--group-limit", "2", "--by", "user", "--measure", "sum(bytes)"],
    ["--group-limit", "2", "--by", "user", "--histogram"], ["--group-limit", "2", "--by", "user", "--timeline"],
  ])
  func optionsThatDoNotGoWithItAreRefused(options: [String]) throws {
    let work = try Workspace()
    try work.write("log.csv", Self.rows)
    #expect(try work.run(["query", "log.csv"] + options).exitCode == 64)
  }
}
