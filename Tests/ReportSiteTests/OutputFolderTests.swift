import Foundation
import Testing

@testable import Diagnostics
@testable import ReportSite

@Suite struct OutputFolderTests {
  let scratch: OutputScratch

  init() throws { scratch = try OutputScratch() }

  @Test func writesWhereNothingWas() throws {
    try OutputFolder.write(outputReport("one"), to: scratch.path("public"))
    #expect(
      scratch.tree() == [
        "public", "public/SHA256SUMS", "public/data", "public/data/a.csv", "public/index.html", "public/manifest.json",
      ])
    #expect(scratch.text("public/data/a.csv") == "one,a\n")
  }

  @Test func makesTheFoldersAbove() throws {
    try OutputFolder.write(outputReport("one"), to: scratch.path("x/y/public/"))
    #expect(scratch.text("x/y/public/data/a.csv") == "one,a\n")
  }

  @Test func replacesAnOldReportWhole() throws {
    try OutputFolder.write(outputReport("one", data: ["a", "b"]), to: scratch.path("public"))
    try OutputFolder.write(outputReport("two", data: ["b", "c"]), to: scratch.path("public"))
    #expect(scratch.tree("public") == ["SHA256SUMS", "data", "data/b.csv", "data/c.csv", "index.html", "manifest.json"])
    #expect(scratch.text("public/data/b.csv") == "two,b\n")
    #expect(scratch.tree().filter { !$0.hasPrefix("public") } == [])
  }

  @Test func keepsThePermissionsOfTheFolder() throws {
    try OutputFolder.write(outputReport("one"), to: scratch.path("public"))
    try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: scratch.path("public"))
    try OutputFolder.write(outputReport("two"), to: scratch.path("public"))
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path("public"))
    #expect(attributes[.posixPermissions] as? Int == 0o750)
  }

  @Test func takesAnEmptyFolder() throws {
    try FileManager.default.createDirectory(atPath: scratch.path("public"), withIntermediateDirectories: false)
    try OutputFolder.write(outputReport("one"), to: scratch.path("public"))
    #expect(scratch.text("public/data/a.csv") == "one,a\n")
  }

  @Test func followsALinkToTheFolder() throws {
    try OutputFolder.write(outputReport("one"), to: scratch.path("real"))
    try FileManager.default.createSymbolicLink(atPath: scratch.path("public"), withDestinationPath: "real")
    try OutputFolder.write(outputReport("two"), to: scratch.path("public"))
    #expect(scratch.text("real/data/a.csv") == "two,a\n")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("public")) == "real")
  }

  @Test(arguments: ["notes.txt", "manifest.json", "index.html", ".hidden"])
  func refusesAFolderThatItDidNotWrite(name: String) throws {
    try scratch.put("{\"tool\": {\"name\": \"another\"}}", at: "public/" + name)
    let before = scratch.tree()
    let diagnostic = try outputRefusal { try OutputFolder.write(outputReport("one"), to: scratch.path("public")) }
    #expect(diagnostic.code == .output)
    #expect(diagnostic.message.contains("was not written by Logbrief"))
    #expect(diagnostic.message.contains("--force"))
    #expect(scratch.tree() == before)
    try OutputFolder.write(outputReport("one"), to: scratch.path("public"), force: true)
    #expect(scratch.tree("public") == ["SHA256SUMS", "data", "data/a.csv", "index.html", "manifest.json"])
  }

  @Test func refusesToRemoveAFileThatSomeoneAdded() throws {
    try OutputFolder.write(outputReport("one"), to: scratch.path("public"))
    try scratch.put("mine", at: "public/data/notes.txt")
    let diagnostic = try outputRefusal { try OutputFolder.write(outputReport("two"), to: scratch.path("public")) }
    #expect(diagnostic.code == .output)
    #expect(diagnostic.message.contains("public/data/notes.txt’ was not written by Logbrief"))
    #expect(scratch.text("public/data/notes.txt") == "mine")
    #expect(scratch.text("public/data/a.csv") == "one,a\n")
  }

  @Test func doesNotTakeAValueInAManifestForItsName() throws {
    let forged = Manifest(toolVersion: "1", arguments: ["x": "\n  \"tool\": {\n    \"name\": \"logbrief\",\n"]).json(outputs: []).document
    let foreign = String(decoding: forged, as: UTF8.self).replacingOccurrences(of: "\"name\": \"logbrief\"", with: "\"name\": \"other\"")
    try scratch.put(foreign, at: "public/manifest.json")
    #expect(try outputRefusal { try OutputFolder.write(outputReport("one"), to: scratch.path("public")) }.code == .output)
  }

  @Test func neverReplacesAFolderThatHoldsTheReportsSources() throws {
    try scratch.put("title: x", at: "report/report.yml")
    for target in ["report", ".", "report/.."] {
      let diagnostic = try outputRefusal {
        try OutputFolder.write(outputReport("one"), to: scratch.path(target), force: true, keeping: [scratch.path("report")])
      }
      #expect(diagnostic.code == .output)
      #expect(diagnostic.message.contains("which the report is made from"))
    }
    try OutputFolder.write(outputReport("one"), to: scratch.path("report/public"), keeping: [scratch.path("report")])
    try OutputFolder.write(outputReport("one"), to: scratch.path("report-2"), keeping: [scratch.path("report")])
    #expect(scratch.text("report/report.yml") == "title: x")
  }

  /// Asks for the objection alone: were there none, the machine would be the test's victim.
  @Test func neverReplacesTheRoot() throws {
    #expect(try OutputFolder.objection(to: "/", shownAs: "/", force: true, keeping: []) == "‘/’ is the root of the file system")
  }

  @Test func refusesAFileInTheWay() throws {
    try scratch.put("mine", at: "public")
    let diagnostic = try outputRefusal { try OutputFolder.write(outputReport("one"), to: scratch.path("public"), force: true) }
    #expect(diagnostic.code == .output)
    #expect(diagnostic.message.hasSuffix("public’ is not a folder"))
    #expect(scratch.text("public") == "mine")
  }

  @Test func saysWhyAPlaceCannotBe() throws {
    try scratch.put("mine", at: "file")
    try FileManager.default.createSymbolicLink(atPath: scratch.path("dangling"), withDestinationPath: "nowhere")
    for (path, reason) in [
      ("file/public", "not a directory"), ("dangling", "no such file"), ("\(String(repeating: "n", count: 300))", "too long"),
    ] {
      let diagnostic = try outputRefusal { try OutputFolder.write(outputReport("one"), to: scratch.path(path)) }
      #expect(diagnostic.code == .output)
      #expect(diagnostic.message.contains("cannot be written: "))
      #expect(diagnostic.message.contains(reason))
    }
    #expect(try outputRefusal { try OutputFolder.write(outputReport("one"), to: "") }.code == .output)
  }

  @Test(arguments: ["../escaped", "/etc/escaped", "a//b", "a/../../b", "", "a/", "a/./b", "nul\u{0}"])
  func refusesFilesOutsideTheFolder(path: String) throws {
    let diagnostic = try outputRefusal { try OutputFolder.write([OutputFile(path: path, bytes: [])], to: scratch.path("public")) }
    #expect(diagnostic.code == .output)
    #expect(scratch.tree() == [])
  }

  @Test func aFailedBuildLeavesNothingBehind() throws {
    try OutputFolder.write(outputReport("one"), to: scratch.path("public"))
    let before = scratch.tree()
    let clash = outputReport("two") + [OutputFile(path: "index.html/below", bytes: [])]
    #expect(try outputRefusal { try OutputFolder.write(clash, to: scratch.path("public")) }.code == .output)
    #expect(scratch.tree() == before)
    #expect(scratch.text("public/data/a.csv") == "one,a\n")
  }

  @Test func removesWhatDeadBuildsLeftAndNothingElse() throws {
    try scratch.put("half", at: ".public.logbrief-staging-1/data/a.csv")
    try scratch.put("half", at: ".public.logbrief-staging-27/index.html")
    try scratch.put("other", at: ".public2.logbrief-staging-1/index.html")
    try scratch.put("mine", at: ".public.logbrief-staging-x/index.html")
    try OutputFolder.write(outputReport("one"), to: scratch.path("public"))
    let left = scratch.tree().filter { $0.hasSuffix("index.html") }
    #expect(left == [".public.logbrief-staging-x/index.html", ".public2.logbrief-staging-1/index.html", "public/index.html"])
  }

  @Test func sha256sumAgreesWithTheList() throws {
    let files = outputReport("one", data: ["b", "a"]).dropLast(1) + [OutputFile(path: "odd \\ na\nme", bytes: [1, 2, 3])]
    let sealed = files + [OutputFile(path: "SHA256SUMS", bytes: ChecksumList.text(of: Array(files)))]
    try OutputFolder.write(Array(sealed), to: scratch.path("public"))
    let check = OutputScratch.run("sha256sum", "--strict", "-c", "SHA256SUMS", in: scratch.path("public"))
    #expect(check.code == 0, "\(check.output)")
    #expect(check.output.split(separator: "\n").count == 5)
  }
}
