import Foundation
import Testing

/// The real auth.log beside the project.
enum RealAuthLog {
  static let file: URL = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let shared = ProcessInfo.processInfo.environment["LOGBRIEF_SHARED_DATA"].map { URL(fileURLWithPath: $0) }
    return (shared ?? root.appendingPathComponent("../shared/data")).standardizedFileURL
      .appendingPathComponent("elastic-examples/Machine Learning/Security Analytics Recipes/suspicious_login_activity/data/auth.log")
  }()
  static let exists = FileManager.default.fileExists(atPath: file.path)
}

/// A full report on a real auth.log of 7,121 lines, its numbers checked against counts by grep and awk (see the README of the shared data).
@Suite(.enabled(if: RealAuthLog.exists, "the shared data are not there: set LOGBRIEF_SHARED_DATA or put them at ../shared/data"))
struct AuthLogReportTests {
  private static let log = RealAuthLog.file

  private static let page = #"""
    # Logins

    ```query failed
    where: event.action == "ssh_login" and outcome == "failure"
    by: source
    measures: [count, distinct(user)]
    ```

    ```query passwords
    where: message starts with "Failed password"
    by: log.file.line
    ```

    ```bar accepted
    where: event.action == "ssh_login" and outcome == "success"
    by: source.ip
    ```

    ```histogram attempts-per-source
    where: event.action == "ssh_login" and outcome == "failure"
    by: source
    of: count
    ```

    ```table guesses
    rows: true
    where: source == "24.151.103.17" and outcome == "success"
    top: 3
    ```

    [All lines are read](claim: "source.auth.rejected == 0").
    ["Failed password" stands on 713 lines](claim: "passwords.rows == 713") and for
    [1,038 attempts](claim: "passwords.total == 1038").
    [105 sources failed](claim: "failed.rows == 105"), [the first of them 157 times](claim: "failed.first.value == 157"),
    [which was](claim: 'failed.first.key == "24.151.103.17"'), [the second 120 times](claim: "failed[2].value == 120").
    [226 logins were accepted](claim: "accepted.total == 226"), [174 of them from one](claim: 'accepted.share("85.245.107.41") == 174 / 226').
    [The log starts on 27 March](claim: "source.auth.first == 2017-03-27T13:06:56Z") and
    [ends on 20 April](claim: "source.auth.last == 2017-04-20T14:14:29Z").

    """#

  @Test func theNumbersAreThoseOfIndependentCounts() throws {
    let work = try Workspace()
    try work.write(
      "report.yml", "title: Logins\nsources:\n  auth:\n    files: \"\(Self.log.path)\"\n    year: 2017\n    format: linux-auth\n")
    try work.write("page.md", Self.page)
    let outcome = try work.run("build", "--allow-outside")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let page = try #require(work.read("public/index.html"))
    #expect(page.contains("repeated"))
    #expect(page.contains("2017"))
  }

  @Test func collectedRowsGiveTheSameReport() throws {
    let work = try Workspace()
    let collected = try work.run("collect", Self.log.path, "--year", "2017", "-o", "auth.csv")
    #expect(collected.exitCode == 0, "\(collected.errors)")
    #expect(collected.errors.contains("7,121 lines"), "\(collected.errors)")
    try work.write("report.yml", "title: Logins\nsources:\n  auth:\n    files: auth.csv\n")
    try work.write("page.md", Self.page)
    let outcome = try work.run("build")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
  }

  @Test func withoutAYearTheBuildSaysWhatToDo() throws {
    let work = try Workspace()
    try work.write("report.yml", "title: Logins\nsources:\n  auth:\n    files: \"\(Self.log.path)\"\n")
    try work.write("page.md", "# A\n")
    let outcome = try work.run("build", "--allow-outside")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("year"), "\(outcome.errors)")
  }
}
