import Testing

@testable import MarkdownPages

@Suite struct FrontMatterTests {
  @Test(arguments: [
    ("---\na: b\n---\nText\n", "a: b\n", "Text\n", 4), ("---\r\na: b\r\n---\r\nText", "a: b\r\n", "Text", 4),
    ("\u{FEFF}--- \na\n...\nx", "a\n", "x", 4),
    ("---\n---\n", "", "", 3), ("---\ra\r---\rx", "a\r", "x", 4), ("---\na\n---", "a\n", "", 4),
  ])
  func isSplitOff(text: String, yaml: String, body: String, line: Int) {
    let parts = FrontMatter.split(text)
    #expect(parts.yaml.map { Array($0.utf8) } == Array(yaml.utf8) && Array(parts.body.utf8) == Array(body.utf8))
    #expect(parts.yamlFirstLine == 2 && parts.bodyFirstLine == line)
  }

  @Test(arguments: ["", "Text\n---\na\n---\n", " ---\na\n---\n", "---\nnever closed", "----\na\n----\n", "---\u{301}\na\n---\n"])
  func otherTextHasNone(text: String) {
    #expect(FrontMatter.split(text) == .init(yaml: nil, yamlFirstLine: 1, body: text, bodyFirstLine: 1))
  }
}
