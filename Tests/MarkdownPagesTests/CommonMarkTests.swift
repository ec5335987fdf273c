import CCmark
import Glibc
import Testing

@testable import MarkdownPages

/// Our HTML against cmark's own: equal but for what a report does on purpose (sections, ids, classes, escaped apostrophes).
@Suite struct CommonMarkTests {
  @Test(arguments: [
    "Hello *world*, **strong** and `code`.", "a  \nb\\\nc\nd", "- a\n- b\n  - c\n\n    d\n- e", "3. x\n4. y", "1) x\n\n2) y",
    "> quote\n> more\n\n> > deep", "***both*** __x__ _y_", "line\n\n---\n\nline", "    indented <b>\n    code", "```sh\nls | wc\n```",
    "[a](http://x.example/?q=1&r=2 \"ti'tle\") <http://y.example> <me@x.example>", "[a][r]\n\n[r]: https://z.example 'T'",
    "\\*not\\* &amp; &copy; &#35; &lt;b&gt;", "* a\n\n  b\n\n* c", "- > q\n- ```\n  code\n  ```", "a<b>c</b>", "<div>\nx\n</div>\n\ny",
    "`` a ` b ``", "> lazy\ncontinued", "- a\n\n\n- b", "1. a\n   - b\n\n     c\n2. d", "*a `*` b*", "\"quotes\" & 'apostrophes'",
    "foo*bar*baz _foo_bar_", "-\n- a\n-", "1986\\. text", "a\n***\nb", "[x]: http://a.example\n[y]: http://b.example\ntext [x] [y]",
    "&NotEqualTilde; &fjlig; &nosuch; & &#0; &#x41;", "~~~\nx\n~~~",
  ])
  func agreesWithCmark(markdown: String) throws {
    #expect(normalized(page(markdown).html) == normalized(try cmark(markdown)))
  }

  @Test func agreesOnRandomPages() throws {
    let pieces = [
      "*", "**", "_", "__", "`", "``", "[", "]", "](http://x.example)", "](http://x.example \"t\")", "![", "\\", "&amp;", "&#65;", "a",
      "bc d", " ",
      " ", "\n", "\n", "\n\n", "> ", "- ", "1. ", "    ", "\t", "<b>", "</b>", "<http://a.example>", "é", "'", "\"", "[r]", "x", "  \n",
      "```\n", "***\n",
      "\n[r]: http://r.example\n", "!", "(", ")", "~~~\n", "word ", "&", "<", ">",
    ]
    var random = FixedRandom(state: 1)
    var compared = 0
    for _ in 0..<4_000 {
      let markdown = (0..<Int.random(in: 1...40, using: &random)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
        .joined()
      let parsed = page(markdown)
      // Pictures and addresses that a report refuses are left out on purpose.
      if !parsed.images.isEmpty || parsed.diagnostics.contains(where: { !$0.message.contains("HTML") && !$0.message.contains("closed") }) {
        continue
      }
      #expect(normalized(parsed.html) == normalized(try cmark(markdown)), "\(markdown.debugDescription)")
      compared += 1
    }
    #expect(compared > 2_000)
  }

  private func cmark(_ markdown: String) throws -> String {
    let text = try #require(cmark_markdown_to_html(markdown, markdown.utf8.count, CMARK_OPT_DEFAULT))
    defer { free(text) }
    return String(cString: text)
  }

  private func normalized(_ html: String) -> String {
    html.replacing(/<\/?section[^>]*>/, with: "").replacing(/\ (class|id|aria-labelledby)="[^"]*"/, with: "")
      .replacing(/<(\/?)h[1-6]>/, with: { "<\($0.1)h>" }).replacing("<br />", with: "<br>").replacing("<hr />", with: "<hr>")
      .replacing("<!-- raw HTML omitted -->", with: "").replacing("&#39;", with: "'").replacing(/&#x27;/, with: "'")
      .replacing(/>\s+/, with: ">").replacing(/\s+</, with: "<").replacing(/\s+$/, with: "").replacing("\n", with: " ")
  }
}
