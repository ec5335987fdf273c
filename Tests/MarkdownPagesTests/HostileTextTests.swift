import Foundation
import Testing

@testable import MarkdownPages

/// Whatever a page's text is, the tags and attributes around it stay those of a harmless twin.
@Suite struct HostileTextTests {
  private static let payloads = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "' onmouseover='alert(1)",
    "</p></section></main><h1>x",
    "<!-- ", "-->", "]]>", "&lt;script&gt;", "javascript:alert(1)", "<style>*{display:none}</style>", "{{{{", "</title><script>",
    "\u{202E}gnp.exe", "<a\u{0}b>",
    "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">", "\" style=\"x", "`\"><b>", "\\\"><b>", "<iframe srcdoc=\"x\">",
    "&#60;b&#62;", "<\u{FEFF}b>",
  ]
  private static let marks = ["", "\u{301}", "\u{338}", "\u{FE0F}", "\u{200D}"]

  /// Each payload with a mark after it, and with a mark after each scalar that means something in HTML.
  private static func variants(of payload: String) -> [String] {
    marks.flatMap { mark -> [String] in
      var inside = ""
      for scalar in payload.unicodeScalars {
        inside.unicodeScalars.append(scalar)
        if "<>\"'&=/".unicodeScalars.contains(scalar) { inside += mark }
      }
      return [payload + mark, inside]
    }
  }

  /// A page that puts a text everywhere a page has text, escaped for Markdown so that nothing but text remains.
  private static func everywhere(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "\n" && scalar != "\r" {
      if scalar.isASCII, UInt8(scalar.value).isPunctuation { escaped.append("\\") }
      escaped.append(scalar)
    }
    let safe = String(escaped)
    return """
      a\(safe)z *a\(safe)z*

      # a\(safe)z

      - a\(safe)z
      - [ ] a\(safe)z

      | a\(safe)z |
      |---|
      | a\(safe)z |

      > a\(safe)z

      [a\(safe)z](http://x.example "a\(safe)z") ![a\(safe)z](a.png)

      [a\(safe)z](claim: "x")
      """
  }

  /// As many letters as the text has scalars, with spaces where it has them.
  private static func twin(of text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" ? $0 : "x" }))
  }

  @Test func textNeverBecomesMarkup() {
    #expect(skeleton(of: page(Self.everywhere("x")).html).count > 40)
    for text in Self.payloads.flatMap(Self.variants) {
      let twin = skeleton(of: page(Self.everywhere(Self.twin(of: text))).html)
      #expect(skeleton(of: page(Self.everywhere(text)).html) == twin, "\(text.debugDescription)")
    }
  }

  @Test func codeNeverBecomesMarkup() {
    for text in Self.payloads.flatMap(Self.variants) {
      let line = text.replacing("`", with: "")
      #expect(
        skeleton(of: page("    \(line)\n\nx").html) == ["pre class=", "code", "/code", "/pre", "p class=", "/p"], "\(text.debugDescription)"
      )
      #expect(skeleton(of: page("x `` a\(line)z ``").html) == ["p class=", "code", "/code", "/p"], "\(text.debugDescription)")
    }
  }

  /// Unescaped, a payload may be any Markdown, but never a tag or an attribute that this module does not write.
  @Test func onlyKnownTagsAppear() {
    for text in Self.payloads.flatMap(Self.variants) + Self.naughtyStrings {
      expectKnownTags(page(text + "\n\n# " + text + "\n\n| " + text + "\n|---|\n"))
    }
  }

  @Test func randomPagesHoldOnlyKnownTags() {
    let pieces =
      Self.payloads + Self.marks + [
        "*", "`", "[", "](", ")", "![", "\n", "\n\n", "> ", "- ", "{{", "}}", "claim: \"", "|", "\n|---|\n", "\\", "# ", "http://", "\"",
        "(",
      ]
    var random = FixedRandom(state: 3)
    for _ in 0..<3_000 {
      expectKnownTags(
        page((0..<Int.random(in: 1...30, using: &random)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()))
    }
  }

  private func expectKnownTags(_ page: MarkdownPage) {
    let known: Set<String> = [
      "section class= id=", "/section", "p", "p class=", "/p", "em", "/em", "strong", "/strong", "code", "/code",
      "pre class=", "/pre", "br", "hr", "ul",
      "ul class=", "/ul", "ol", "ol class=", "ol class= start=", "ol start=", "/ol", "li", "li class=", "/li", "blockquote class=",
      "/blockquote", "a href=", "a href= title=",
      "a class= href=", "/a", "img src= alt= width= height=", "div class=", "/div", "table", "/table", "thead", "/thead", "tbody", "/tbody",
      "tr", "/tr",
      "th scope=", "th scope= class=", "/th", "td", "td class=", "/td", "data class= value=", "/data", "span class=", "span class= id=",
      "span id=", "/span",
      "span class= aria-hidden=", "svg class= viewBox= aria-hidden=", "/svg", "circle cx= cy= r=/", "path d=/", "figure id=", "/figure",
    ]
    let html = page.html
    for tag in skeleton(of: html) where !known.contains(tag) && tag.wholeMatch(of: /\/?h[2-6]( id=)?/) == nil {
      Issue.record("unknown tag ‘\(tag)’ in \(html)")
    }
    let addresses = html.unicodeScalars.split(separator: "\"").map { String(String.UnicodeScalarView($0)) }
    #expect(!addresses.contains { $0.lowercased().hasPrefix("javascript:") && html.contains("href=\"\($0)") })
  }

  private static let naughtyStrings: [String] = {
    guard let folder = SharedData.folder,
      let text = try? String(contentsOfFile: folder + "/big-list-of-naughty-strings/blns.txt", encoding: .utf8)
    else {
      return []
    }
    return text.unicodeScalars.split(separator: "\n").map { String(String.UnicodeScalarView($0)) }
  }()

  @Test(.enabled(if: !naughtyStrings.isEmpty, "shared data are absent"))
  func naughtyStringsStayText() {
    for text in Self.naughtyStrings {
      for mark in Self.marks {
        let twin = skeleton(of: page(Self.everywhere(Self.twin(of: text + mark))).html)
        #expect(skeleton(of: page(Self.everywhere(text + mark)).html) == twin, "\(text.debugDescription)")
      }
    }
  }
}
