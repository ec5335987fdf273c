import Foundation
import Testing

/// `build` from end to end, on a small report of five rows.
struct BuildTests {
  private static let rows = """
    timestamp,user_id,source_ip,destination_ip,action,success
    2026-11-01T00:00:01Z,ada,192.0.2.1,198.51.100.1,login_attempt,false
    2026-11-01T01:00:01Z,ada,192.0.2.1,198.51.100.1,login_attempt,false
    2026-11-01T02:00:01Z,ada,192.0.2.1,198.51.100.1,login_attempt,true
    2026-11-01T03:00:01Z,bob,192.0.2.2,198.51.100.1,login_attempt,true
    2026-11-01T04:00:01Z,bob,192.0.2.2,198.51.100.1,file_access,true

    """
  private static let page = """
    Logins by ada: {{logins.first.value}} of {{logins.total}}.

    # Who

    ```bar logins
    title: Ada tried {{logins.first.value}} times
    where: action == "login_attempt"
    by: user_id
    claim: logins.first.key == "ada"
    ```

    ```histogram spread
    where: action == "login_attempt"
    by: user_id
    of: count
    ```

    ```table evidence
    rows: true
    where: success == false
    columns: [user, source]
    ```

    [Nobody tried more than three times](claim: "spread.max <= 3").

    """

  private func report(_ page: String = Self.page, rows: String = Self.rows, configuration: String = "") throws -> Workspace {
    let work = try Workspace()
    try work.write(
      "report/report.yml", "title: Logins\nstatus: final\ntlp: GREEN\nsources:\n  logs:\n    files: data/log.csv\n" + configuration)
    try work.write("report/data/log.csv", rows)
    try work.write("report/page.md", page)
    return work
  }

  @Test func writesPageTablesManifestAndSums() throws {
    let work = try report()
    let outcome = try work.run("build", "report")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let page = try #require(work.read("report/public/index.html"))
    #expect(page.contains(#"<data class="v" value="3">3</data> of <data class="v" value="4">4</data>"#))
    #expect(page.contains("Ada tried"))
    #expect(page.contains("TLP:GREEN"))
    #expect(work.read("report/public/data/logins.csv") == "user_id,count\nada,3\nbob,1\n")
    #expect(work.read("report/public/data/evidence.csv") == "line,user_id,source_ip\n2,ada,192.0.2.1\n3,ada,192.0.2.1\n")
    #expect(work.exists("report/public/manifest.json"))
    let check = Process()
    check.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    check.arguments = ["sha256sum", "--quiet", "-c", "SHA256SUMS"]
    check.currentDirectoryURL = work.folder.appendingPathComponent("report/public")
    try check.run()
    check.waitUntilExit()
    #expect(check.terminationStatus == 0)
  }

  @Test func aFalseClaimWritesNothing() throws {
    let work = try report(Self.page.replacing("spread.max <= 3", with: "spread.max <= 2"))
    let outcome = try work.run("build", "report")
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("page.md:24:"), "\(outcome.errors)")
    #expect(outcome.errors.contains("found 3"))
    #expect(!work.exists("report/public"))
    let allowed = try work.run("build", "report", "--allow-failed-claims")
    #expect(allowed.exitCode == 0)
    #expect(work.read("report/public/index.html")?.contains("found 3") == true)
  }

  @Test func mistakesAreAllReportedAtOnceWithTheirPlaces() throws {
    let page = Self.page.replacing("by: user_id\nclaim", with: "by: user_di\ncolour: red\nclaim").replacing(
      "{{logins.total}}", with: "{{logins.totl}}")
    let work = try report(page, configuration: "  extra:\n    file: x.csv\n")
    let outcome = try work.run("build", "report")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("did you mean ‘user_id’"), "\(outcome.errors)")
    #expect(outcome.errors.contains("unknown key ‘colour’"))
    #expect(outcome.errors.contains("unknown key ‘file’ of a source (did you mean ‘files’?)"))
    #expect(!work.exists("report/public"))
  }

  @Test func theSameBytesFromAnyFolderZoneLocaleAndNumberOfJobs() throws {
    let first = try report()
    let second = try report()
    try first.run("build", "report", "-o", "one")
    try second.run("build", ".", "-o", "../two", "-j", "1", environment: ["TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8"])
    try second.run("build", "report", "-o", "two", "-j", "1", environment: ["TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8"])
    for file in ["index.html", "manifest.json", "SHA256SUMS", "data/logins.csv"] {
      let bytes = try #require(first.read("one/" + file))
      #expect(second.read("two/" + file) == bytes)
    }
  }

  @Test(arguments: [";", "\t"]) func otherDelimitersLineEndsAndNamesGiveTheSameNumbers(delimiter: String) throws {
    let changed = Self.rows.replacing(",", with: delimiter).replacing("\n", with: "\r\n").replacing("false", with: "False")
    let work = try report(rows: "\u{FEFF}" + changed)
    let outcome = try work.run("build", "report")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(work.read("report/public/data/logins.csv") == "user_id,count\nada,3\nbob,1\n")
  }

  @Test func aSingleMarkdownFileIsAReport() throws {
    let work = try report()
    try work.write("one.md", "---\ntitle: One\nsources:\n  logs: { files: report/data/log.csv }\n---\n" + Self.page)
    let outcome = try work.run("build", "one.md", "-o", "out")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(work.exists("out/index.html"))
  }

  @Test func aSiteHoldsEachReportByteForByte() throws {
    let work = try report()
    try work.write("site.yml", "title: All\nreports: [report]\n")
    #expect(try work.run("build", ".", "-o", "site").exitCode == 0)
    #expect(try work.run("build", "report", "-o", "alone").exitCode == 0)
    for file in ["index.html", "manifest.json", "SHA256SUMS"] {
      let alone = try #require(work.read("alone/" + file))
      #expect(work.read("site/report/" + file) == alone)
    }
    #expect(work.read("site/index.html")?.contains("Logins") == true)
  }

  @Test func noRowsAtAllIsAnErrorUnlessAllowed() throws {
    let page = "# A\n\n```bar nobody\nby: user_id\nwhere: action == \"x\"\n```\n"
    #expect(try report(page).run("build", "report").exitCode == 65)
    #expect(try report(page.replacing("by:", with: "allow_empty: true\nby:")).run("build", "report").exitCode == 0)
  }

  @Test func noRowWithAValueIsAnErrorUnlessAllowed() throws {
    for figure in [
      "histogram nothing\nof: user_id", "histogram nothing\nby: action\nof: mean(user_id)",
      "bar nothing\nby: action\nmeasure: mean(user_id)",
    ] {
      let page = "# A\n\n```\(figure)\n```\n"
      let outcome = try report(page).run("build", "report")
      #expect(outcome.exitCode == 65)
      #expect(outcome.errors.contains("‘nothing’ has nothing to show: "), "\(outcome.errors)")
      #expect(outcome.errors.contains("no cell of ‘user_id’ is a number; write ‘allow_empty: true’"), "\(outcome.errors)")
      #expect(try report(page.replacing("\n```\n", with: "\nallow_empty: true\n```\n")).run("build", "report").exitCode == 0)
    }
  }

  /// 1e300 is too large to be added exactly, so that neither ada nor the total has a sum; bob has.
  @Test func barsWithValuesAreDrawnWhereTheTotalHasNone() throws {
    let rows = "timestamp,user_id,n\n2026-11-01T00:00:01Z,ada,1e300\n2026-11-01T00:00:01Z,bob,5\n"
    let outcome = try report("# A\n\n```bar b\nby: user_id\nmeasure: sum(n)\n```\n", rows: rows).run("build", "report")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("warning: ‘b’: ‘sum(n)’ has no value"), "\(outcome.errors)")
  }

  @Test func rowsOfSeveralFilesNameTheirFile() throws {
    let work = try report("# A\n\n```table evidence\nrows: true\nwhere: user_id == \"bob\"\ncolumns: [action]\n```\n")
    try work.write("report/data/more.csv", "timestamp,user_id,action\n2026-11-01T05:00:00Z,bob,logout\n")
    try work.write("report/report.yml", "title: A\nsources:\n  logs:\n    files: [data/log.csv, data/more.csv]\n")
    try work.write("report/data/log.csv", "timestamp,user_id,action\n2026-11-01T04:00:00Z,bob,login\n")
    let outcome = try work.run("build", "report")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(
      work.read("report/public/data/evidence.csv") == "line,file,action\n2,data/log.csv,login\n2,data/more.csv,logout\n")
    #expect(work.read("report/public/index.html")?.contains("data/more.csv</bdi></code>") == true)
  }

  @Test func figuresOfSeveralSourcesNameTheirs() throws {
    let work = try report("# A\n\n```bar who\nsource: logs\nby: user_id\n```\n", configuration: "  more:\n    files: data/log.csv\n")
    let outcome = try work.run("build", "report")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(work.read("report/public/index.html")?.contains("Rows by user_id, from ‘logs’") == true)
    #expect(try report().run("build", "report").exitCode == 0)
  }

  @Test func onlyMeasuresThatAddUpHaveATotal() throws {
    let page = "# A\n\n```table t\nby: user_id\nmeasures: [count, distinct(source_ip)]\n```\n"
    let work = try report(page)
    #expect(try work.run("build", "report").exitCode == 0)
    #expect(work.read("report/public/index.html")?.contains("All rows</th>") == true)
    try work.write("report/page.md", page.replacing(", distinct(source_ip)", with: ""))
    #expect(try work.run("build", "report").exitCode == 0)
    #expect(work.read("report/public/index.html")?.contains("Total</th>") == true)
  }

  @Test func binsThatHoldRangesHaveNoShareOfOneNumber() throws {
    let rows = "timestamp,bytes\n" + [1, 10, 46, 104, 220, 2_495].map { "2026-11-01T00:00:01Z,\($0)\n" }.joined()
    let page = "# A\n\n```histogram h\nof: bytes\n```\n"
    let work = try report(page, rows: rows)
    #expect(try work.run("build", "report").exitCode == 0)
    // numpy.histogram([1, 10, 46, 104, 220, 2495], "auto")
    let table = "lower,upper,rows\n1,499.8,5\n499.8,998.6,0\n998.6,1497.4,0\n1497.4,1996.2,0\n1996.2,2495,1\n"
    #expect(work.read("report/public/data/h.csv") == table)
    let outcome = try report(page + "\n{{h.share(10)}}\n", rows: rows).run("build", "report")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("the bins of ‘h’ hold ranges, so the share of one number is not known\n"), "\(outcome.errors)")
  }

  @Test func aSurpriseTooSmallToBeWrittenIsNotNothing() throws {
    let tries = (0..<2_000).map { "2026-11-01T00:00:01Z,\($0 < 10 ? "user\($0)" : "ada"),login\n" }.joined()
    let page =
      "# A\n\n```query q\nby: user_id\n```\n\nBy chance: {{q.surprise}}, {{q.surprise as percent}}. [Never](claim: \"q.surprise < 0.01\")\n"
    let work = try report(page, rows: "timestamp,user_id,action\n" + tries)
    #expect(try work.run("build", "report").exitCode == 0)
    let text = try #require(work.read("report/public/index.html"))
    #expect(text.contains(#"<data class="v" value="5e-324">&lt;0.001</data>, <data class="v" value="5e-324">&lt;0.01%</data>"#))
    #expect(!text.contains(#"value="0""#))
  }

  @Test func theTerminalSaysThatNothingWasWritten() throws {
    let work = try report(Self.page.replacing("spread.max <= 3", with: "spread.max <= 2"))
    let failed = try work.run("build", "report")
    #expect(failed.errors.hasSuffix("nothing was written: 1 claim does not hold\n"), "\(failed.errors)")
    try work.write("report/page.md", "# A\n\nThere were 12 of them.\n")
    let strict = try work.run("build", "report", "--strict")
    #expect(strict.exitCode == 65)
    #expect(strict.errors.hasSuffix("nothing was written: ‘--strict’ lets 1 warning fail the build\n"), "\(strict.errors)")
    try work.write("report/page.md", "# A\n\n[Five rows](claim: \"source.logs.rows == 5\").\n")
    #expect(try work.run("check", "report").output == "Logins: nothing wrong, 1 of 1 claim holds\n")
  }

  @Test func aReportDoesNotGoToStandardOutput() throws {
    let work = try report()
    #expect(try work.run("build", "report", "-o", "-").exitCode == 64)
    #expect(!work.exists("-"))
  }

  @Test func aColumnIsNoMeasure() throws {
    let outcome = try report("# A\n\n```histogram h\nof: source.port\nby: user_id\n```\n").run("build", "report")
    #expect(
      outcome.errors.contains("unknown measure ‘source.port’; of a column measure for example ‘mean(source.port)’"), "\(outcome.errors)")
  }

  @Test func theTableOfAHistogramHoldsEdgesForPrograms() throws {
    let work = try report()
    #expect(try work.run("build", "report").exitCode == 0)
    #expect(work.read("report/public/data/spread.csv") == "lower,upper,user_id\n0.5,1.5,1\n1.5,2.5,0\n2.5,3.5,1\n")
  }

  @Test func aReplacedStyleSheetIsAnInput() throws {
    let work = try report()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let style = try String(contentsOf: root.appendingPathComponent("assets/style.css"), encoding: .utf8)
    try work.write("report/assets/style.css", style.replacing("#12436d", with: "#12436e"))
    let outcome = try work.run("build", "report")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(work.read("report/public/manifest.json")?.contains("\"assets/style.css\"") == true)
    #expect(work.read("report/public/index.html")?.contains("#12436e") == true)
  }

  @Test func twoHeadingsOfOneNameAndOneOfTheEvidenceGetTheirOwnIds() throws {
    let work = try report(Self.page + "\n# Who\n\n# Method\n")
    #expect(try work.run("build", "report").exitCode == 0)
    let page = try #require(work.read("report/public/index.html"))
    #expect(page.contains(#"id="who""#))
    #expect(page.contains(#"id="who-2""#))
    #expect(page.contains(#"id="method-2""#))
  }
}
