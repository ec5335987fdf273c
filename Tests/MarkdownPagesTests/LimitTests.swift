import Testing

@testable import MarkdownPages

@Suite struct LimitTests {
  @Test(arguments: [
    String(repeating: ">", count: 10_000) + " a", String(repeating: "- ", count: 5_000) + "a", String(repeating: "*a **b ", count: 5_000),
    String(repeating: "*a _b ", count: 5_000) + String(repeating: " c_ d*", count: 5_000),
    "| a |\n|---|\n| " + String(repeating: "*a _b ", count: 500) + String(repeating: " c_ d*", count: 500) + " |",
  ])
  func deepNestingIsAnError(markdown: String) {
    let parsed = page(markdown)
    let isDeep = parsed.messages.contains { $0.hasSuffix("error: quotes, lists or emphasis are nested more than 100 levels deep") }
    #expect(isDeep || parsed.messages.isEmpty)
    #expect(!parsed.html.contains(String(repeating: "<blockquote", count: 101)))
  }

  @Test(arguments: [
    "[", "![", "](", "`", "{{", "}}", "<", "&", "\\", "|", "*", "_", "[a](", "[a](claim: ", "<!--", "**a ", "| a ", "\n> ", "\n- ", "{{a*",
    "x](",
  ])
  func longRowsOfOneMarkAreRead(mark: String) {
    let parsed = page(String(repeating: mark, count: 10_000))
    _ = parsed.html
  }

  @Test func aHundredLevelsAreFine() {
    #expect(page(String(repeating: ">", count: 90) + " {{a}}").values.first?.location.column == 92)
  }

  @Test func aLargePageIsRead() {
    let part =
      "# Heading {{a.b}}\n\nText *with* [a claim of {{c}}](claim: \"d > 1\"), `code` and 42 numbers.\n\n| a | b |\n|---|--:|\n| {{x}} | y |\n\n- item\n- item\n\n"
    let parsed = page(String(repeating: part, count: 7_000))
    #expect(parsed.values.count == 21_000 && parsed.claims.count == 7_000 && parsed.headings.count == 7_000)
    #expect(parsed.headings.last?.location.line == 6_999 * 11 + 1)
  }

  @Test func aLongLineIsRead() {
    let parsed = page(String(repeating: "é {{a}} ", count: 60_000))
    #expect(parsed.values.last?.location.column == 59_999 * 8 + 3)
  }
}
