import Testing

@testable import MarkdownPages

@Suite struct FigureBlockTests {
  @Test func aFenceOfAKnownKindIsAFigure() throws {
    let figure = try #require(page("a\n\n- > ````bar  logins-by-user\n  > by: user\n  > \n  >   top: 20\n  > ````\n").figures.first)
    #expect(figure.kind == "bar" && figure.id == "logins-by-user")
    #expect(figure.body == "by: user\n\n  top: 20\n")
    #expect(figure.location.line == 3 && figure.location.column == 9)
    #expect(figure.idLocation.column == 14)
    #expect(figure.bodyFirstLine == 4)
    #expect(figure.bodyLocation(line: 3, column: 3) == .init(file: "page.md", line: 6, column: 7))
    #expect(figure.bodyLocation(line: 2, column: 0) == .init(file: "page.md", line: 5, column: 0))
  }

  @Test func figuresKeepTheirOrderAndTheirPlace() {
    let parsed = page("```bar a\n```\n\ntext\n\n~~~query b\nby: c\n~~~\n\n```table d\n```\n")
    #expect(parsed.figures.map(\.id) == ["a", "b", "d"])
    #expect(parsed.messages == [])
    #expect(parsed.html == "<figure id=\"fig-a\"></figure>\n<p class=\"lede prose\">text</p>\n<figure id=\"fig-d\"></figure>\n")
  }

  @Test(arguments: [
    "```sh\nls\n```", "```\nx\n```", "```text\nx\n```", "```json logs\n{}\n```", "    bar a", "```yaml a\nx: y\n```", "```histgram\n```",
  ])
  func otherFencesAreCode(markdown: String) {
    let parsed = page(markdown)
    #expect(parsed.figures.isEmpty && parsed.messages == [])
    #expect(parsed.html.hasPrefix("<pre class=\"code\"><code>"))
  }

  @Test(arguments: [
    ("```histgram a\n```", "page.md:1:4: error: unknown figure kind ‘histgram’ (did you mean ‘histogram’?)"),
    ("``` Bar a\n```", "page.md:1:5: error: unknown figure kind ‘Bar’ (did you mean ‘bar’?)"),
    (
      "```pie shares\nby: user\n```",
      "page.md:1:4: warning: no figure is called ‘pie’, so this is shown as code "
        + "(kinds: bar, histogram, numbers, query, statistics, table, timeline)"
    ),
    ("```bar\n```", "page.md:1:4: error: the figure has no id: write it after the kind, as in ‘bar logins-by-user’"),
    (
      "```bar Top20\n```",
      "page.md:1:8: error: ‘Top20’ can't be a figure's id: it starts with a lower-case letter, then lower-case letters, digits and hyphens"
    ),
    (
      "```bar 2b\n```",
      "page.md:1:8: error: ‘2b’ can't be a figure's id: it starts with a lower-case letter, then lower-case letters, digits and hyphens"
    ),
    ("```bar a b\n```", "page.md:1:10: error: unexpected ‘b’ after the figure's kind and id"),
    (
      "x\n\n```bar a\nby: b\n\n# Rest\n",
      "page.md:3:1: error: the block of this figure is never closed; all that follows is read as its keys"
    ),
    ("> ```bar a\n> by: b\n\nx", "page.md:1:3: error: the block of this figure is never closed; all that follows is read as its keys"),
    ("```\nx", "page.md:1:1: warning: this code block is never closed; all that follows is code"),
    ("```bar a\n``", "page.md:1:1: error: the block of this figure is never closed; all that follows is read as its keys"),
  ])
  func mistakesAreTold(markdown: String, message: String) { #expect(page(markdown).messages == [message]) }

  @Test func halvesShareARow() {
    let parsed = page("```bar a\n```\n```query q\n```\n```bar b\n```\n```bar c\n```\n\nx\n\n```bar d\n```")
    let html = parsed.rendered(half: true).lede.markup
    #expect(
      html == """
        <div class="pair">
        <figure id="fig-a"></figure>
        <figure id="fig-b"></figure>
        </div>
        <figure id="fig-c"></figure>
        <p class="lede prose">x</p>
        <figure id="fig-d"></figure>

        """)
  }
}
