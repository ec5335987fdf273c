import SafeText
import Testing

@testable import MarkdownPages

@Suite struct RenderingTests {
  private let tick = """
    <svg class="mark" viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="5.2"/><path d="m3.4 6.2 1.9 1.9 3.4-4"/></svg>
    """

  @Test func aClaimIsMarkedAsInTheMock() {
    #expect(
      page("One was not: [one run of ten ended in a login](claim: \"a == 1\").").html == """
        <p class="lede prose">One was not: <span class="claim">one run of ten ended in a </span><span class="nw" id="p1"><span class="claim">login\
        </span><a class="chk" href="#c1">\(tick)<span class="vh">Claim 1, checked: holds</span></a></span>.</p>

        """)
  }

  @Test func aFailedClaimSaysWhatWasFound() {
    #expect(
      page("[x](claim: \"a\")").rendered(holds: false).lede.markup == """
        <p class="lede prose"><span class="nw" id="p1"><span class="claim">x</span><a class="chk no" href="#c1"><svg class="mark" viewBox="0 0 12 12" \
        aria-hidden="true"><circle cx="6" cy="6" r="5.2"/><path d="m3.9 3.9 4.2 4.2m0-4.2-4.2 4.2"/></svg><span class="vh">Claim 1, checked: \
        does not hold.</span> found 7</a></span></p>

        """)
  }

  @Test(arguments: [
    ("a *b c*", "<span class=\"claim\">a <em>b </em></span><span class=\"nw\" id=\"p1\"><span class=\"claim\"><em>c</em></span>"),
    (
      "a {{b}}",
      "<span class=\"claim\">a </span><span class=\"nw\" id=\"p1\"><span class=\"claim\"><data class=\"v\" value=\"b\">b</data></span>"
    ),
    ("a `b c`", "<span class=\"claim\">a </span><span class=\"nw\" id=\"p1\"><span class=\"claim\"><code>b c</code></span>"),
    ("a\nb", "<span class=\"claim\">a\n</span><span class=\"nw\" id=\"p1\"><span class=\"claim\">b</span>"),
    ("a b ", "<span class=\"claim\">a </span><span class=\"nw\" id=\"p1\"><span class=\"claim\">b</span>"),
    ("**a**b", "<span class=\"claim\"><strong>a</strong></span><span class=\"nw\" id=\"p1\"><span class=\"claim\">b</span>"),
    ("a aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "</span><span id=\"p1\"><span class=\"claim\">aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</span>"),
  ])
  func theMarkKeepsToTheLastWord(sentence: String, html: String) {
    #expect(page("[\(sentence)](claim: \"x\")").html.contains(html), "\(page("[\(sentence)](claim: \"x\")").html)")
  }

  @Test func taskListsAreText() {
    #expect(
      page("- [ ] open `x`\n- [x] done\n\n[ ] no\n\n- [x]no").html == """
        <ul class="prose">
        <li class="task"><span class="box" aria-hidden="true">☐</span><span class="vh">To do:</span> open <code>x</code></li>
        <li class="task"><span class="box" aria-hidden="true">☑</span><span class="vh">Done:</span> done</li>
        </ul>
        <p class="lede prose">[ ] no</p>
        <ul class="prose">
        <li>[x]no</li>
        </ul>

        """)
  }

  @Test func theSummaryIsTheLedesFirstParagraph() {
    let values = [PlacedValue(html: .empty, text: "12")]
    #expect(page("The *host* refused {{n}}\n`attempts`.\n\nMore").summary(values: values) == "The host refused 12 attempts.")
    #expect(page("# A\n\ntext").summary(values: []) == nil)
  }

  @Test func laterParagraphsOfTheLedeAreProse() {
    #expect(page("a\n\nb").html == "<p class=\"lede prose\">a</p>\n<p class=\"prose\">b</p>\n")
  }
}
