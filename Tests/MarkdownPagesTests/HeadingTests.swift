import Testing

@testable import MarkdownPages

@Suite struct HeadingTests {
  @Test(arguments: [
    ("Who tried to log in?", "who-tried-to-log-in"), ("Don't panic", "dont-panic"), ("  A -- B  ", "a-b"), ("日本語", "section"),
    ("Café №5", "caf-5"),
    ("Summary", "summary-2"), ("Main", "main-2"), ("Evidence", "evidence-2"), ("C1", "section-c1"), ("P12", "section-p12"),
    ("Fig logins", "section-fig-logins"),
    ("Fig. logins", "section-fig-logins"), ("H summary", "section-h-summary"), ("F1 d", "section-f1-d"), ("Figures", "figures"),
    ("2026", "2026"),
    (
      "An extraordinarily long heading that goes on and on until nobody wants to read it",
      "an-extraordinarily-long-heading-that-goes-on-and-on-until"
    ),
    ("e\u{301}", "e"), ("<script>", "script"), ("c1x", "c1x"),
  ])
  func idsAreReadable(text: String, id: String) {
    var identifiers = HeadingIdentifiers()
    #expect(identifiers.allocate(for: text) == id)
  }

  @Test func idsAreUniqueInTheReport() {
    var identifiers = HeadingIdentifiers(reserved: ["s-time"])
    #expect(
      ["Logins", "Logins", "logins 2", "S time", "Logins"].map { identifiers.allocate(for: $0) } == [
        "logins", "logins-2", "logins-2-2", "s-time-2", "logins-3",
      ])
    let first = MarkdownPage(file: "a.md", source: "# A", figureKinds: [], identifiers: &identifiers)
    let second = MarkdownPage(file: "b.md", source: "# A", figureKinds: [], identifiers: &identifiers)
    #expect(first.headings[0].id == "a" && second.headings[0].id == "a-2")
  }

  @Test func headingsAreListedWithTextAndPlace() {
    let parsed = page("# A *b* `c` {{d}}\n\n> ## Q ##\n\nS\nT\n---\n")
    #expect(parsed.headings.map(\.text) == ["A b c", "Q", "S T"])
    #expect(parsed.headings.map(\.level) == [1, 2, 2])
    #expect(parsed.headings.map(\.id) == ["a-b-c", "q", "s-t"])
    #expect(parsed.headings.map(\.location.line) == [1, 3, 5])
    #expect(parsed.headings[1].location.column == 3)
  }

  @Test func sectionsNestWithoutGaps() {
    let rendered = page("lede\n\n## A\n\ntext\n\n#### B\n\nb\n\n### C\n\n# D\n").rendered()
    #expect(rendered.lede.markup == "<p class=\"lede prose\">lede</p>\n")
    #expect(
      rendered.body.markup == """
        <section class="part flow" id="a">
        <h2 id="h-a">A</h2>
        <p>text</p>
        <section class="sub flow" id="b">
        <h3 id="h-b">B</h3>
        <p>b</p>
        </section>
        <section class="sub flow" id="c">
        <h3 id="h-c">C</h3>
        </section>
        </section>
        <section class="part flow" id="d">
        <h2 id="h-d">D</h2>
        </section>
        """)
    #expect(rendered.sections.map(\.id) == ["a", "d"] && rendered.sections[0].children.map(\.level) == [3, 3])
  }

  @Test func levelsEndAtSix() {
    let html = page("# a\n## b\n### c\n#### d\n##### e\n###### f\n> # g").html
    #expect(html.split(separator: "<h").map { $0.prefix(1) }.contains("6"))
    #expect(html.contains("<h6 id=\"h-f\">") && html.contains("<h6 id=\"g\">"))
  }

  @Test func aContentsTitleHasNeitherLinksNorMarks() {
    let section = page("# A [b](http://x.example) [c *d*](claim: \"e\") {{f}} ![g](h.png)").rendered().sections[0]
    #expect(section.contentsTitle.markup == "A b c <em>d</em> <data class=\"v\" value=\"f\">f</data> g")
    #expect(section.title.markup.contains("href=\"#c1\""))
  }
}
