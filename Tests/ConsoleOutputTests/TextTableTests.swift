import ConsoleOutput
import Testing

@Suite struct TextTableTests {
  let table = TextTable(
    columns: [.init("user_id"), .init("count", .right)], rows: [["user_17", "1,042"], ["漢字", "7"], ["e\u{301}", "12"], ["🙂", "1"]])

  @Test func columnsLineUpByDisplayWidth() {
    #expect(
      table.text() == """
        user_id  count
        ───────  ─────
        user_17  1,042
        漢字         7
        e\u{301}           12
        🙂           1

        """)
  }

  @Test func asciiStyle() { #expect(table.text(style: .ascii).split(separator: "\n")[1] == "-------  -----") }

  @Test func widestTextColumnIsCutInTheMiddle() {
    let wide = TextTable(
      columns: [.init("name"), .init("message"), .init("n", .right)],
      rows: [["ab", "the quick brown fox jumps over the lazy dog", "1,000,000"]])
    let lines = wide.text(width: 40).split(separator: "\n")
    #expect(lines.last == "ab    the quick b…he lazy dog  1,000,000")
    #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 40 })
    #expect(wide.text(width: 1).split(separator: "\n").last == "ab    th…og  1,000,000")
  }

  @Test func namesAreCutLast() {
    let table = TextTable(
      columns: [.init("column", isCutLast: true), .init("most frequent")],
      rows: [["system.auth.ssh.geoip.location", "the quick brown fox jumps over the lazy dog"]])
    #expect(table.text(width: 50).hasSuffix("\nsystem.auth.ssh.geoip.location  the quick…lazy dog\n"))
    #expect(table.text(width: 30).hasSuffix("\nsystem.auth…ip.location  th…og\n"))
  }

  @Test func missingAndExtraCells() {
    let ragged = TextTable(columns: [.init("a"), .init("b")], rows: [["1"], ["1", "2", "3"], []])
    #expect(ragged.text() == "a  b\n─  ─\n1\n1  2\n\n")
  }

  @Test func nothingToShow() {
    #expect(TextTable(columns: [.init("a")], rows: []).text() == "a\n─\n")
    #expect(TextTable(columns: [], rows: []).text(width: 10) == "\n\n")
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("ｱ", 1), ("Ａ", 2), ("🙂", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("⟦U+0000⟧", 8),
    ("☃", 1), ("⌚", 2), ("\u{20000}", 2), ("अ\u{93C}", 1), ("🇸🇪", 2), ("█", 1),
  ])
  func widths(text: String, width: Int) { #expect(DisplayWidth.of(text) == width) }

  @Test func cutKeepsBothEnds() {
    #expect(DisplayWidth.cut("abcdefgh", to: 8) == "abcdefgh")
    #expect(DisplayWidth.cut("abcdefgh", to: 5) == "ab…gh")
    #expect(DisplayWidth.cut("abcdefgh", to: 1) == "…")
    #expect(DisplayWidth.cut("漢字漢字漢字", to: 6) == "漢…字")
    #expect(DisplayWidth.cut("abcde\u{301}", to: 4) == "ab…e\u{301}")
    #expect(Array(DisplayWidth.cut("e\u{301}bcdef", to: 4).utf8) == Array("e\u{301}b…f".utf8))
  }
}
