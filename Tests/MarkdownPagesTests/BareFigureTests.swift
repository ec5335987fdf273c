import Testing

@testable import MarkdownPages

@Suite struct BareFigureTests {
  @Test(arguments: [
    ("We saw 1,042 attempts, 82% failed.", ["1,042", "82%"]), ("about 7, or 2.5 (~9) times", ["7", "2.5", "9"]), ("5–7 hosts", ["5–7"]),
    ("- **12** users", ["12"]), ("| n |\n|---|\n| 31 |", ["31"]), ("30 attempts on 30 March 2017", ["30"]), ("> 3 of 4", ["3", "4"]),
    ("2500 rows", ["2500"]),
    ("2017 attempts", ["2017"]), ("-5 and $40", ["5", "40"]), ("99999999999999999999 x", ["99999999999999999999"]),
  ])
  func areFound(markdown: String, figures: [String]) { #expect(page(markdown).bareFigures.map(\.text) == figures) }

  @Test(arguments: [
    "# 7 users", "`7` users", "```\n7\n```", "[7 users](claim: \"a\")", "{{a}} users", "2026-11-01 at 13:06",
    "30 March 2017, March 30, 2017", "in 2017",
    "version 2.1 or 1.2.3 or v2", "10.0.0.1 and 10.0.0.0/8", "port 22", "RFC 3164", "CVE-2021-44228", "sha256 4xx 3rd UTC+2", "Figure 3",
    "ticket #12",
    "seven users", "1. first\n2. second", "x`7`", "![7](a.png)", "TLP 2.0", "IR-2017-014", "Event 4625", "the 20th",
  ])
  func namesDatesAndCodeAreNot(markdown: String) { #expect(page(markdown).bareFigures.map(\.text) == []) }

  @Test func theyHavePlaces() {
    #expect(page("> a\n> b **12** c").bareFigures.first?.location == .init(file: "page.md", line: 2, column: 7))
  }
}
