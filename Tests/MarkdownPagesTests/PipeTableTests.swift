import Testing

@testable import MarkdownPages

@Suite struct PipeTableTests {
  @Test func alignmentCodeValuesAndClaims() {
    let parsed = page("| User | Tries |  |\n|:--|--:|---|\n| `a\\|b` *c* | {{x}} | [ok](claim: \"q\") |\n| \\| | 2 |\n| d\n\nafter")
    #expect(parsed.messages == [])
    #expect(
      parsed.html == """
        <div class="tw"><table>
        <thead>
        <tr><th scope="col">User</th><th scope="col" class="n">Tries</th><td></td></tr>
        </thead>
        <tbody>
        <tr><td><code>a|b</code> <em>c</em></td><td class="n"><data class="v" value="x">x</data></td><td><span class="nw" id="p1"><span \
        class="claim">ok</span><a class="chk" href="#c1"><svg class="mark" viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" \
        r="5.2"/><path d="m3.4 6.2 1.9 1.9 3.4-4"/></svg><span class="vh">Claim 1, checked: holds</span></a></span></td></tr>
        <tr><td>|</td><td class="n">2</td><td></td></tr>
        <tr><td>d</td><td class="n"></td><td></td></tr>
        </tbody>
        </table></div>
        <p class="lede prose">after</p>

        """)
  }

  @Test(arguments: [
    ("a | b\n--|--\nc | d", 1, 2), ("text\nmore *x*\n| a |\n|---|\n| b |", 1, 1), ("| a |\n| - |", 1, 1),
    ("> | a | b |\n> |---|---|\n> | c | d |", 1, 2),
    ("- x\n\n  | a |\n  |---|\n  | b |", 1, 1), ("|a|b|\n|:-:|-:|\n|c|d|", 1, 2),
    ("| a |\n|---|\n| # b |\n| - c |\n| 1. d |\n| > e |\n| f #|", 1, 1),
  ])
  func areFound(markdown: String, tables: Int, columns: Int) {
    let html = page(markdown).html
    #expect(html.split(separator: "<table>").count - 1 == tables)
    #expect(html.split(separator: "<th ").count - 1 == columns)
  }

  @Test(arguments: ["a | b", "a | b\nc | d", "| a | b |\n|---|\n", "a\n|---|---|", "|---|", "a\n---", "`| a |\n|--` x", "| a |\n|- -|"])
  func otherTextIsNotATable(markdown: String) { #expect(!page(markdown).html.contains("<table>")) }

  @Test func cellsHoldOnlyInlineMarkup() {
    let html = page(
      "| a |\n|---|\n| # b |\n| - c |\n| 1. d |\n| > e |\n| f # |\n| ``` |\n|     g |\n| [r] |\n| --- |\n\n[r]: http://r.example"
    ).html
    #expect(
      html.contains(
        "<tr><td># b</td></tr>\n<tr><td>- c</td></tr>\n<tr><td>1. d</td></tr>\n<tr><td>&gt; e</td></tr>\n<tr><td>f #</td></tr>\n"
          + "<tr><td>```</td></tr>\n<tr><td>g</td></tr>\n<tr><td><a href=\"http://r.example\">r</a></td></tr>\n<tr><td>---</td></tr>"),
      "\(html)")
  }

  @Test func cellsTooManyAreToldOf() {
    #expect(
      page("| a |\n|---|\n| b | c |").messages == ["page.md:3:7: warning: this row has 2 cells, its table 1 columns; the rest is not shown"]
    )
  }

  @Test func textBeforeATableKeepsItsMarkup() {
    let html = page("one *two\n    > three*  \nfour [r]\n| a |\n|---|\n\n[r]: http://r.example").html
    #expect(
      html.hasPrefix("<p class=\"lede prose\">one <em>two\n&gt; three</em><br>\nfour <a href=\"http://r.example\">r</a></p>"), "\(html)")
  }
}
