import Testing

/// A report with a period: what lies outside it counts nowhere.
struct PeriodTests {
  /// Two rows a day on 1, 2 and 3 November; the second source has rows of October only.
  private static let rows = """
    time,user
    2026-11-01T08:00:00Z,ada
    2026-11-01T09:00:00Z,bob
    2026-11-02T08:00:00Z,ada
    2026-11-02T10:30:00Z,ada
    2026-11-03T08:00:00Z,eve
    2026-11-03T09:00:00Z,eve

    """

  private func report(_ page: String, sources: String = "  door: { files: door.csv }\n") throws -> Workspace {
    let work = try Workspace()
    try work.write("report.yml", "title: A\nperiod: 2026-11-02/2026-11-02\nsources:\n" + sources)
    try work.write("door.csv", Self.rows)
    try work.write("old.csv", "time,user\n2026-10-01T08:00:00Z,ada\n2026-10-01T09:00:00Z,bob\n")
    try work.write("page.md", page)
    return work
  }

  @Test func aSourceIsItsRowsInsideThePeriod() throws {
    let work = try report(
      """
      # A

      {{source.door.rows}} rows. [All of them](claim: "percent(q.total, source.door.rows) == 1"), and
      [these times](claim: "source.door.first == 2026-11-02T08:00:00Z and source.door.last == 2026-11-02T10:30:00Z").

      ```query q
      by: user
      ```

      """)
    let outcome = try work.run("build")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("2 of 2 claims hold"), "\(outcome.output)")
    let page = try #require(work.read("public/index.html"))
    #expect(page.contains(#"<data class="v" value="2">2</data> rows."#))
    #expect(page.contains("Anything before 2 Nov 2026 08:00 or after 2 Nov 2026 10:30 UTC"))
    #expect(page.contains("4 rows outside the period"))
  }

  @Test func theIndexOfASiteCountsRowsInsideThePeriod() throws {
    let work = try report("# A\n")
    try work.write("site/site.yml", "title: All\nreports: [a]\n")
    for file in ["report.yml", "door.csv", "page.md"] { try work.write("site/a/" + file, try #require(work.read(file))) }
    let outcome = try work.run("build", "site", "-o", "out")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let index = try #require(work.read("out/index.html"))
    #expect(index.contains("2 rows"), "\(index)")
    #expect(!index.contains("6 rows"))
  }

  @Test func aSourceWhollyOutsideIsNamed() throws {
    let both = "  door: { files: door.csv }\n  old: { files: old.csv }\n"
    let work = try report("# A\n\n```bar b\nsource: old\nby: user\n```\n", sources: both)
    let outcome = try work.run("build")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("‘b’ counts no rows: all 2 rows of ‘old’ lie outside the period"), "\(outcome.errors)")
    try work.write("page.md", "# A\n\n```bar b\nsource: old\nby: user\nallow_empty: true\n```\n\n{{source.old.first}}\n")
    let times = try work.run("build")
    #expect(times.errors.contains("‘source.old’ has no times inside the period"), "\(times.errors)")
    try work.write("page.md", "# A\n\n```bar b\nsource: old\nby: user\nallow_empty: true\n```\n")
    #expect(try work.run("build").exitCode == 0)
    #expect(work.read("public/index.html")?.contains("none of its rows lies inside the period") == true)
  }
}
