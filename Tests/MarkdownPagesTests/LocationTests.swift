import Diagnostics
import Testing

@testable import MarkdownPages

@Suite struct LocationTests {
  @Test(arguments: [
    ("a {{x}} b {{y}}", ["1:3", "1:11"]), ("é {{x}}", ["1:3"]), ("e\u{301}😀 {{x}}", ["1:5"]), ("> a\n> {{x}}\nlazy {{y}}", ["2:3", "3:6"]),
    ("- a\n  {{x}}\n\n  - b\n    {{y}}", ["2:3", "5:5"]), ("# T {{x}}", ["1:5"]), ("One\ntwo {{x}}\n===", ["2:5"]),
    ("[r]: http://a.example\n[s]: http://b.example\n[r] {{x}}", ["3:5"]), ("[a](http://x.example\n\"ti\ntle\") {{x}}", ["3:7"]),
    ("&amp; \\* `c` *e* **s** <b> {{x}}", ["1:28"]), ("a  \n   {{x}}\\\n {{y}}", ["2:4", "3:2"]), ("\t- {{x}}", [] as [String]),
    ("| a | b |\n|---|---|\n| \\| {{x}} | é {{y}} |", ["3:6", "3:16"]), ("text\n| a |\n|---|\n| {{x}} |", ["4:3"]),
    ("> | a |\n> |---|\n> | `\\|` {{x}} |", ["3:10"]), ("*{{x}}* [{{y}}](http://x.example)", ["1:2", "1:10"]),
    ("a\r\nb {{x}}\r\n\r\n{{y}}", ["2:3", "4:1"]), ("\u{FEFF}{{x}}", ["1:1"]), ("```\ncode\n```\n\n{{x}}", ["5:1"]),
    ("[{{x}} a](claim: \"q\") {{y}}", ["1:2", "1:23"]), ("1. a\n\n   > b\n   > {{x}}", ["4:6"]), ("{{x}}\u{0}{{y}}", ["1:1", "1:7"]),
  ])
  func valuesAreWhereTheyStand(markdown: String, places: [String]) {
    let parsed = page(markdown)
    #expect(parsed.values.map { "\($0.location.line):\($0.location.column)" } == places, "\(parsed.messages)")
  }

  @Test func linesCountFromTheFilesStart() {
    let parts = FrontMatter.split("---\r\ntitle: T\r\n---\r\nText {{x}}\r\n")
    let parsed = page(parts.body, firstLine: parts.bodyFirstLine)
    #expect(parsed.values.first?.location == Diagnostics.SourceLocation(file: "page.md", line: 4, column: 6))
  }

  @Test func everyScalarOfAnExpressionHasItsPlace() throws {
    let value = try #require(page("> {{ a\\*b\n> &lt; c }}").values.first?.expression)
    #expect(value.text == "a*b < c")
    #expect(
      (0..<7).map { value.location(atScalar: $0) }.map { "\($0.line):\($0.column)" } == ["1:6", "1:7", "1:9", "1:10", "2:3", "2:7", "2:8"])
  }

  /// Values, claims, headings and figures of random pages are found where the source has them.
  @Test func placesPointAtTheSource() {
    let pieces = [
      "{{x}}", "{{ a.b }}", "{{x + y}}", "[a claim](claim: \"q > 1\")", "[b](claim: 'r')", "*", "**", "`", "[l](http://x.example)", "&amp;",
      "\\*", "é", "w ",
      " ", "\n", "\n\n", "> ", "- ", "1. ", "  ", "    ", "<b>", "| ", "\n|---|\n", "\n| - | - |\n", "# ", "\n# h {{x}}\n",
      "\n```bar id\nby: a\n```\n", "\\",
      "[r]", "\n[r]: http://r.example\n", "  \n", "\r\n", "\t", "_", "](", "![i](p.png)", "`c`", "*e*", "===\n",
    ]
    var random = FixedRandom(state: 2)
    var seen = 0
    for _ in 0..<6_000 {
      let markdown = (0..<Int.random(in: 1...30, using: &random)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
        .joined()
      let lines = markdown.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }.map { Array($0.filter { $0 != "\r" }) }
      func text(at location: Diagnostics.SourceLocation, _ count: Int) -> String {
        let line = lines[location.line - 1].dropFirst(location.column - 1)
        return String(String.UnicodeScalarView(line.prefix(count)))
      }
      let parsed = page(markdown)
      for value in parsed.values {
        seen += 1
        #expect(text(at: value.location, 2) == "{{", "\(markdown.debugDescription)")
        for (index, scalar) in value.expression.text.unicodeScalars.enumerated() where scalar != " " {
          #expect(text(at: value.expression.location(atScalar: index), 1) == String(scalar), "\(markdown.debugDescription)")
        }
      }
      for claim in parsed.claims {
        seen += 1
        #expect(text(at: claim.location, 1) == "[", "\(markdown.debugDescription)")
        #expect(text(at: claim.expression.location, 1) == String(claim.expression.text.prefix(1)), "\(markdown.debugDescription)")
      }
      for image in parsed.images { #expect(text(at: image.location, 2) == "![", "\(markdown.debugDescription)") }
      for figure in parsed.figures {
        #expect(text(at: figure.location, 6) == "bar id", "\(markdown.debugDescription)")
        if figure.body == "by: a\n" {
          #expect(text(at: figure.bodyLocation(line: 1, column: 1), 5) == "by: a", "\(markdown.debugDescription)")
        }
      }
    }
    #expect(seen > 5_000)
  }
}
