import SafeText
import Testing

@Suite struct SafeHTMLTests {
  /// Whatever follows a character that means something in HTML, it is escaped.
  @Test(arguments: ["", "\u{301}", "\u{338}", "\u{FE0F}", "\u{200D}"])
  func combiningMarksHideNothing(mark: String) {
    for special in ["<", ">", "&", "\"", "'"] {
      let text = special + mark + "x" + special + mark
      for markup in [SafeHTML(text: text).markup, SafeHTML(prose: text).markup, attributeValue(text)] {
        #expect(!markup.utf8.contains { "<>\"'".utf8.contains($0) }, "\(markup)")
        #expect(!markup.utf8.contains(UInt8(ascii: "&")) || markup.utf8.contains(UInt8(ascii: ";")))
      }
    }
  }

  /// What stands between the quotes of an attribute.
  func attributeValue(_ text: String) -> String {
    let markup = SafeHTML.void("meta", [Attribute("content", text)]).markup
    return String(Substring(markup.utf8.dropFirst("<meta content=\"".utf8.count).dropLast("\">".utf8.count)))
  }

  @Test func textIsVisibleAndEscaped() {
    #expect(SafeHTML(text: "<script>alert('1')</script>").markup == "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;")
    #expect(SafeHTML(text: "a\u{202E}&b").markup == "a⟦U+202E⟧&amp;b")
    #expect(SafeHTML(value: "<b>").markup == "<bdi>&lt;b&gt;</bdi>")
    #expect(SafeHTML(prose: "a\n<").markup == "a\n&lt;")
  }

  @Test func elements() {
    let link = SafeHTML.element("a", [Attribute("href", "#x\"y"), Attribute("hidden")], SafeHTML(text: "x"))
    #expect(link.markup == "<a href=\"#x&quot;y\" hidden>x</a>")
    #expect(
      SafeHTML.empty("rect", [Attribute("x", 1.5), Attribute("y", 2), Attribute("width", 33.333, unit: "%")]).markup
        == "<rect x=\"1.5\" y=\"2\" width=\"33.33%\"/>")
    #expect(attributeValue("a\tb\nc\rd") == "a⟦U+0009⟧b⟦U+000A⟧c⟦U+000D⟧d")
  }

  @Test func numbersAreFinite() {
    #expect(SafeHTML(number: Double.nan).markup == "0")
    #expect(SafeHTML(number: -Double.infinity).markup == "0")
    #expect(SafeHTML(number: 1e21).markup == "1000000000000000000000")
    #expect(SafeHTML(number: -0.001).markup == "0")
    #expect(SafeHTML(number: 12.345, decimals: 1).markup == "12.3")
  }

  @Test func joining() {
    let pieces = ["a", "<", "b"].map { SafeHTML(text: $0) }
    #expect(pieces.joined(separator: SafeHTML("<br>")).markup == "a<br>&lt;<br>b")
    #expect([SafeHTML]().joined().markup.isEmpty)
  }
}
