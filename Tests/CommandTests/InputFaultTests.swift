import Foundation
import Testing

/// Bad input: a clear error with its exit code, and nothing lost.
struct InputFaultTests {
  private func report(_ bytes: [UInt8], page: String = "# A\n\n```bar b\nby: user\n```\n") throws -> Workspace {
    let work = try Workspace()
    try work.write("report.yml", "title: A\nsources:\n  logs:\n    files: log.csv\n    format: csv\n")
    try work.write("log.csv", bytes)
    try work.write("page.md", page)
    return work
  }

  @Test func aMissingReportIs66() throws {
    let outcome = try Workspace().run("build", "nowhere")
    #expect(outcome.exitCode == 66)
  }

  @Test func aMissingLogIs66() throws {
    let work = try report(Array("user\na\n".utf8))
    try FileManager.default.removeItem(at: work.folder.appendingPathComponent("log.csv"))
    #expect(try work.run("build").exitCode == 66)
  }

  @Test(arguments: ["", "\n\n"]) func anEmptyLogIs65(text: String) throws {
    let outcome = try report(Array(text.utf8)).run("build")
    #expect(outcome.exitCode == 65, "\(outcome.errors)")
  }

  @Test func aHeaderAloneCountsNothing() throws {
    let outcome = try report(Array("user,host\n".utf8)).run("build")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("counts no rows"), "\(outcome.errors)")
  }

  @Test func duplicateColumnNamesAre65WithTheLine() throws {
    let outcome = try report(Array("user,user\na,b\n".utf8)).run("build")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("log.csv:1"), "\(outcome.errors)")
  }

  @Test func raggedRowsAreCountedAndShown() throws {
    let rows = "user,host\n" + String(repeating: "a,b\n", count: 40) + "only\n"
    let work = try report(Array(rows.utf8))
    let outcome = try work.run("build")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let page = try #require(work.read("public/index.html"))
    #expect(page.contains("wrong number of fields"))
    #expect(page.contains("only"))
  }

  @Test func tooManyRejectedRowsFailTheBuild() throws {
    let outcome = try report(Array("user,host\na,b\nonly\nx\n".utf8)).run("build")
    #expect(outcome.exitCode == 65)
  }

  @Test func controlBytesAndInvalidTextAreShownAsCodes() throws {
    let work = try report(Array("user\n".utf8) + [0x61, 0x00, 0x62, 0x0A, 0xFF, 0xFE, 0x0A] + Array("\u{202E}x\n".utf8))
    let outcome = try work.run("build")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let page = try #require(work.read("public/index.html"))
    #expect(page.contains("a⟦U+0000⟧b"))
    #expect(page.contains(#"\xFF\xFE"#))
    #expect(page.contains("⟦U+202E⟧x"))
  }

  @Test func aThousandColumnsAreFine() throws {
    let names = ["user"] + (1..<1_000).map { "c\($0)" }
    let row = ["a"] + (1..<1_000).map(String.init)
    let work = try report(Array((names.joined(separator: ",") + "\n" + row.joined(separator: ",") + "\n").utf8))
    #expect(try work.run("build").exitCode == 0)
  }

  @Test func aPathOutsideTheFolderIs65() throws {
    let work = try report(Array("user\na\n".utf8))
    try work.write("inner/report.yml", "title: A\nsources:\n  logs:\n    files: ../log.csv\n    format: csv\n")
    try work.write("inner/page.md", "# A\n\n```bar b\nby: user\n```\n")
    #expect(try work.run("build", "inner").exitCode == 65)
    #expect(try work.run("build", "inner", "--allow-outside").exitCode == 0)
  }

  @Test func yamlAliasesAre65() throws {
    let work = try report(Array("user\na\n".utf8))
    try work.write("report.yml", "title: &t A\nauthors: [*t, *t]\nsources:\n  logs:\n    files: log.csv\n    format: csv\n")
    let outcome = try work.run("build")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("anchors and aliases"))
  }

  @Test func aForeignOutputFolderIs73AndStaysAsItIs() throws {
    let work = try report(Array("user\na\n".utf8))
    try work.write("public/precious.txt", "mine")
    #expect(try work.run("build").exitCode == 73)
    #expect(work.read("public/precious.txt") == "mine")
    #expect(try work.run("build", "--force").exitCode == 0)
  }

  @Test func wrongUsageIs64() throws {
    #expect(try Workspace().run("build", "--no-such-flag").exitCode == 64)
    #expect(try Workspace().run("simulate", "nids", "--inject", "brute-farce").exitCode == 64)
  }

  @Test func keysThatFitNeitherMemoryNorDiskAre73() throws {
    let work = try Workspace()
    var text = "action,url\n"
    for row in 0..<400_000 { text += "get,/a/path/that/is/not/so/short/\(row)\n" }
    try work.write("log.csv", Array(text.utf8))
    let query = ["query", "log.csv", "--by", "url", "--top", "2", "--format", "csv", "--memory", "64M"]
    let failed = try work.run(query, environment: ["TMPDIR": "/nowhere"])
    #expect(failed.exitCode == 73, "\(failed.errors)")
    #expect(failed.errors.contains("‘/nowhere’"), "\(failed.errors)")
    let spilled = try work.run(query)
    #expect(spilled.exitCode == 0)
    #expect(spilled.errors.contains("temporary file"), "\(spilled.errors)")
    #expect(spilled.output == "url,count\n/a/path/that/is/not/so/short/0,1\n/a/path/that/is/not/so/short/1,1\n")
  }

  @Test func aBudgetTooSmallForAnythingIs64() throws {
    #expect(try Workspace().run("query", "log.csv", "--memory", "63M").exitCode == 64)
  }
}
