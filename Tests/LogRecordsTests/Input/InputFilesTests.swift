import Diagnostics
import Foundation
import LogRecords
import Testing

@Suite struct InputFilesTests {
  let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    for name in ["b.csv", "a.csv", "é.csv", "data/2.log", "data/10.log", "data/1.log.gz", ".hidden.csv", "odd[1].csv", "data/sub/x.log"] {
      try scratch.write("x", to: name)
    }
    let outputs = String(repeating: "    {\"path\": \"data/figure.csv\"},\n", count: 500)
    try scratch.write(
      "{\n  \"outputs\": [\n\(outputs)  ],\n  \"tool\": {\n    \"name\": \"logbrief\",\n    \"version\": \"1\"\n  }\n}\n",
      to: "public/manifest.json")
    try scratch.write("x", to: "public/c.csv")
    try scratch.write("x", to: "public/data/c.csv")
    try scratch.write("{\"name\": \"other\"}", to: "other/manifest.json")
    try scratch.write("x", to: "other/c.csv")
  }

  func names(_ patterns: [String], allowsOutside: Bool = false) throws -> [String] {
    try InputFiles.expand(patterns, in: scratch.path, allowsOutside: allowsOutside).map(\.name)
  }

  func problem(_ patterns: [String], allowsOutside: Bool = false) -> (messages: [String], code: ExitCode)? {
    do {
      _ = try names(patterns, allowsOutside: allowsOutside)
      return nil
    } catch let list as DiagnosticList {
      return (list.diagnostics.map(\.message), list.exitCode())
    } catch {
      return nil
    }
  }

  @Test func globsGiveFilesInOrderOfTheirBytes() throws {
    #expect(try names(["*.csv"]) == ["a.csv", "b.csv", "odd[1].csv", "é.csv"])
    #expect(try names(["data/*"]) == ["data/1.log.gz", "data/10.log", "data/2.log"])
    #expect(try names(["data/[0-9].log*"]) == ["data/1.log.gz", "data/2.log"])
    #expect(try names(["?.csv"]) == ["a.csv", "b.csv"])
    #expect(try names(["*/*/*.log"]) == ["data/sub/x.log"])
    #expect(try names([".*.csv"]) == [".hidden.csv"])
  }

  @Test func listKeepsItsOrderAndTakesEachFileOnce() throws {
    #expect(try names(["b.csv", "a.csv", "*.csv", "./a.csv"]) == ["b.csv", "a.csv", "odd[1].csv", "é.csv"])
  }

  @Test func nameThatLooksLikeAGlobIsTakenAsNamed() throws { #expect(try names(["odd[1].csv"]) == ["odd[1].csv"]) }

  @Test func globsStayOutOfOutputFolders() throws {
    #expect(try names(["*/c.csv"]) == ["other/c.csv"])
    #expect(problem(["*/data/c.csv"])?.messages == ["‘*/data/c.csv’ matches no file"])
    #expect(try names(["public/c.csv"]) == ["public/c.csv"])
    #expect(InputFiles.isOutputFolder(scratch.path + "/public"))
    #expect(!InputFiles.isOutputFolder(scratch.path + "/other"))
  }

  @Test func pathsMayNotLeadOutside() throws {
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/link.csv", withDestinationPath: "/etc/hostname")
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/inner.csv", withDestinationPath: "data/2.log")
    for pattern in ["../x.csv", "data/../a.csv", "/etc/passwd", "link.csv", "l*.csv"] {
      let problem = problem([pattern])
      #expect(problem?.code == .content, "\(pattern)")
      #expect(problem?.messages.first?.hasSuffix("leads outside the report's folder (--allow-outside permits that)") == true)
    }
    #expect(try names(["inner.csv"]) == ["inner.csv"])
    #expect(try names(["link.csv", "/etc/hostname", "data/../a.csv"], allowsOutside: true) == ["link.csv", "data/../a.csv"])
    #expect(problem(["", "a\0b"])?.code == .content)
  }

  @Test func missingFilesAreAllReportedWithNearNames() {
    let problem = problem(["aa.csv", "nope/*.log", "data/2.lg"])
    #expect(
      problem?.messages == [
        "‘aa.csv’ can't be read: there is no such file (did you mean ‘a.csv’?)", "‘nope/*.log’ matches no file",
        "‘data/2.lg’ can't be read: there is no such file (did you mean ‘2.log’?)",
      ])
    #expect(problem?.code == .input)
  }

  @Test func dashIsStandardInputOnlyForCommands() throws {
    #expect(try InputFiles.expand(["-"], in: ".", allowsOutside: true) == [InputPath(name: "-", path: "-")])
    #expect(problem(["-"])?.code == .input)
  }

  @Test func foldersNameMayHoldGlobCharacters() throws {
    try scratch.write("x", to: "re*[port]/d.csv")
    let files = try InputFiles.expand(["*.csv"], in: scratch.path + "/re*[port]")
    #expect(files.map(\.name) == ["d.csv"])
    #expect(files.map(\.path) == [scratch.path + "/re*[port]/d.csv"])
  }
}
