import Testing

@testable import MarkdownPages

@Suite struct LinkTests {
  @Test(arguments: [
    ("[a](<http://x.example/ä b[>)", "<a href=\"http://x.example/%C3%A4%20b%5B\">a</a>"),
    ("[a](mailto:x@y.example)", "<a href=\"mailto:x@y.example\">a</a>"),
    ("[a](HTTPS://x.example/%zz%41)", "<a href=\"HTTPS://x.example/%25zz%41\">a</a>"),
    ("[a](http://x.example/\"onclick=\"b)", "<a href=\"http://x.example/%22onclick=%22b\">a</a>"), ("[a](javascript:alert(1))", "a"),
    ("[a](java&#10;script:alert(1))", "a"), ("[a](data:text/html,b)", "a"), ("[a](//x.example)", "a"), ("[a](other.md)", "a"),
    ("[a]()", "a"),
    ("[a](file:///etc/passwd)", "a"), ("[a](&#x20;http://x.example)", "a"), ("[a](vbscript:b)", "a"),
    ("[a](#b \"T\")", "<a href=\"#b\" title=\"T\">a</a>"),
  ])
  func onlyAFewAddressesAreKept(markdown: String, html: String) {
    #expect(page(markdown).html.contains(">\(html)</p>"), "\(page(markdown).html)")
  }

  @Test func aDroppedAddressIsToldOf() {
    #expect(
      page("x [a](notes.md)").messages == [
        "page.md:1:3: warning: the link to ‘notes.md’ is left out: only http, https, mailto and ‘#heading’ can be linked"
      ])
  }

  @Test func linksIntoTheReportAreListed() {
    let parsed = page("# Who tried\n\nSee [a](#who-tryed) and [b](#who-tried).")
    let known = Set(parsed.headings.map(\.id))
    #expect(parsed.fragmentLinks.map(\.id) == ["who-tryed", "who-tried"])
    #expect(
      parsed.fragmentLinks.compactMap { $0.diagnostic(known: known)?.description } == [
        "page.md:3:5: warning: the link ‘#who-tryed’ leads nowhere (did you mean ‘who-tried’?)"
      ])
  }

  @Test func localImagesAreListed() {
    let parsed = page("![A *map* of it](img/my%20map.png \"t\") ![](b.png)")
    #expect(parsed.images.map(\.path) == ["img/my map.png", "b.png"])
    #expect(parsed.images.map(\.description) == ["A map of it", ""])
    #expect(parsed.html.contains("<img src=\"data:image/png;base64,AAAA\" alt=\"A map of it\" width=\"3\" height=\"2\">"))
  }

  @Test(arguments: ["http://x.example/a.png", "//x.example/a.png", "data:image/png;base64,AAAA", "file:///a.png", "HTTPS://a"])
  func remoteImagesAreErrors(address: String) {
    let parsed = page("![a](\(address))")
    #expect(parsed.images.isEmpty)
    #expect(
      parsed.messages == [
        "page.md:1:1: error: the picture ‘\(address)’ is not a local file: a report fetches nothing, put it into the report's folder"
      ])
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "1:1"), ("a <b>c</b>", "1:3"), ("> <div onclick=\"x\">\n> y\n> </div>", "1:3"),
    ("<!-- a --> <img src=x>", "1:1"),
  ])
  func rawHTMLIsLeftOutWithAWarning(markdown: String, place: String) {
    let parsed = page(markdown)
    #expect(
      parsed.diagnostics.count == 1 && parsed.messages[0].hasPrefix("page.md:\(place): warning: raw HTML is not shown: ‘<"),
      "\(parsed.messages)")
    #expect(
      !parsed.html.contains("script") && !parsed.html.contains("<b>") && !parsed.html.contains("<div") && !parsed.html.contains("<img"))
  }

  @Test func commentsAreSilent() {
    #expect(page("<!-- a\n\n[x](claim: y) -->\n\nb <!-- c --> d").messages == [])
    #expect(page("<!-- a\n\nb").messages == ["page.md:1:1: error: the comment is never closed by ‘-->’"])
  }
}
