import Foundation
import Testing

@testable import ReportSite

/// Whole pages against pages that a person has looked at. `LOGBRIEF_RECORD=1` writes them anew; look at them again then.
@Suite struct PageGoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("References/pages")

  @Test func report() throws { try compare(ReportPage.render(PageSamples.report(), templates: TemplateSet()), with: "report.html") }

  @Test func emptyReport() throws {
    try compare(ReportPage.render(ReportDocument(title: "Nothing yet"), templates: TemplateSet()), with: "empty.html")
  }

  @Test func manyInputs() throws {
    var document = try PageSamples.report()
    document.sections = .empty
    document.inputs += document.inputs
    try compare(ReportPage.render(document, templates: TemplateSet()), with: "many-inputs.html")
  }

  @Test func index() throws { try compare(SiteIndexPage.render(PageSamples.index(), templates: TemplateSet()), with: "index.html") }

  private func compare(_ page: String, with name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    let text = PageText.withoutStyle(page)
    if ProcessInfo.processInfo.environment["LOGBRIEF_RECORD"] == "1" { try Data(text.utf8).write(to: file) }
    let golden = try Data(contentsOf: file)
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    let expected = golden.split(separator: 0x0A, omittingEmptySubsequences: false)
    #expect(lines.count == expected.count)
    for (number, (line, wanted)) in zip(lines, expected).enumerated() where !line.elementsEqual(wanted) {
      Issue.record("\(name):\(number + 1): ‘\(String(decoding: line, as: UTF8.self))’, not ‘\(String(decoding: wanted, as: UTF8.self))’")
    }
  }
}
