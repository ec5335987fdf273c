import Foundation
import Testing

@testable import ReportSite

/// The table of embedded files is written by hand: it must hold every file of the folders, byte for byte.
@Suite struct PageEmbeddedFilesTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func tableEqualsTheFolders() throws {
    let found = try ["assets", "templates"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: Self.root.appendingPathComponent(folder).path)
        .filter { !$0.hasPrefix(".") }.sorted().map { folder + "/" + $0 }
    }
    #expect(EmbeddedFiles.paths == found)
    for path in found {
      let bytes = try Data(contentsOf: Self.root.appendingPathComponent(path))
      #expect(EmbeddedFiles.bytes(path).map { Data($0) } == bytes, "\(path)")
    }
  }

  @Test func everyTemplateIsThere() {
    for template in TemplateName.allCases { #expect(EmbeddedFiles.bytes("templates/" + template.file) != nil) }
    #expect(EmbeddedFiles.bytes("templates/none.mustache") == nil)
  }
}
