import SafeText
import Testing

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("plain ASCII ~", "plain ASCII ~"), ("é 漢字 🙂", "é 漢字 🙂"), ("a\u{0}b", "a⟦U+0000⟧b"), ("\u{1B}[31m", "⟦U+001B⟧[31m"),
    ("\r\n", "⟦U+000D⟧⟦U+000A⟧"),
    ("\t", "⟦U+0009⟧"), ("\u{7F}", "⟦U+007F⟧"), ("\u{9B}", "⟦U+009B⟧"), ("a\u{202E}b", "a⟦U+202E⟧b"), ("\u{2066}", "⟦U+2066⟧"),
    ("\u{200B}", "⟦U+200B⟧"),
    ("\u{200D}", "⟦U+200D⟧"), ("\u{2028}", "⟦U+2028⟧"), ("\u{FEFF}", "⟦U+FEFF⟧"), ("\u{FE0F}", "⟦U+FE0F⟧"), ("\u{E0041}", "⟦U+E0041⟧"),
    ("\u{3164}", "⟦U+3164⟧"), ("\u{AD}", "⟦U+00AD⟧"), ("\u{E000}", "⟦U+E000⟧"), ("\u{378}", "⟦U+0378⟧"), ("⟦U+202E⟧", "⟦U+27E6⟧U+202E⟧"),
    ("", ""), ("\u{A0}", "\u{A0}"),
  ])
  func hiddenScalarsAreWrittenOut(text: String, visible: String) {
    #expect(Array(VisibleText.of(text).utf8) == Array(visible.utf8))
    #expect(Array(VisibleText.of(Array(text.utf8)).utf8) == Array(visible.utf8))
  }

  /// Python: `bytes.decode("utf-8", "backslashreplace")`, in upper case.
  @Test(
    arguments: [
      ([0xFF], "\\xFF"), ([0x61, 0xC3], "a\\xC3"), ([0xC3, 0x28], "\\xC3("), ([0xC0, 0xAF], "\\xC0\\xAF"),
      ([0xE2, 0x82, 0x41], "\\xE2\\x82A"),
      ([0xED, 0xA0, 0x80], "\\xED\\xA0\\x80"), ([0xF0, 0x9F, 0x99], "\\xF0\\x9F\\x99"), ([0xF4, 0x90, 0x80, 0x80], "\\xF4\\x90\\x80\\x80"),
      ([0x80, 0x80, 0xC3, 0xA9], "\\x80\\x80é"), ([0xE2, 0xE2, 0x82, 0xAC], "\\xE2€"),
    ] as [([UInt8], String)])
  func invalidBytesAreWrittenOut(bytes: [UInt8], visible: String) { #expect(VisibleText.of(bytes) == visible) }

  @Test func ninthCombiningMarkIsACode() {
    let marks = String(repeating: "\u{301}", count: 9)
    #expect(VisibleText.of("a" + marks).unicodeScalars.count == 9 + "⟦U+0301⟧".unicodeScalars.count)
    #expect(Array(VisibleText.of("e\u{301}").utf8) == Array("e\u{301}".utf8))
  }

  @Test func longTextIsCutInTheMiddle() {
    let text = String(repeating: "a", count: 150) + String(repeating: "b", count: 150)
    #expect(VisibleText.of(text) == String(repeating: "a", count: 100) + "…" + String(repeating: "b", count: 100))
    #expect(VisibleText.of(String(repeating: "a", count: 200)) == String(repeating: "a", count: 200))
    #expect(VisibleText.of("0123456789", longest: 5) == "012…89")
    #expect(VisibleText.of("0123456789", longest: 2) == "0…9")
    #expect(VisibleText.of("0123456789", longest: 1) == "0…")
    #expect(VisibleText.of("0123456789", longest: 0) == "…")
    #expect(VisibleText.of("\u{0}\u{1}\u{2}\u{3}", longest: 2) == "⟦U+0000⟧…⟦U+0003⟧")
  }

  @Test func proseKeepsItsLayout() {
    let long = String(repeating: "word ", count: 500)
    #expect(VisibleText.prose(long) == long)
    #expect(VisibleText.prose("a\n\tb\u{0}") == "a\n\tb⟦U+0000⟧")
  }
}
