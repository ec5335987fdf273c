import Testing

@testable import MarkdownPages

@Suite struct BoundValueTests {
  @Test(arguments: [
    ("{{a}}", ["a"]), ("{{ a.first.key }} and {{b as percent}}", ["a.first.key", "b as percent"]),
    ("{{a * b}} {{user_id}}", ["a * b", "user_id"]),
    ("{{f.share(\"x\")}}", ["f.share(\"x\")"]), ("{{f[1].value(\"distinct(source_ip)\")}}", ["f[1].value(\"distinct(source_ip)\")"]),
    ("{{a\nas percent}}", ["a as percent"]), ("`{{a}}` {{b}}", ["b"]), ("    {{a}}", []), ("```\n{{a}}\n```", []), ("\\{{a}} {{b}}", ["b"]),
    ("{\\{a}} &#123;{b}}", []), ("{{a}}}", ["a"]), ("# {{a}}\n\n- {{b}}\n\n> {{c}}", ["a", "b", "c"]),
    ("| {{a}} |\n|---|\n| {{b}} |", ["a", "b"]),
    ("*{{a}}* **{{b}}** [{{c}}](http://x.example)", ["a", "b", "c"]), ("{{a\\*b}} {{c\\*d}}", ["a*b", "c*d"]), ("{{a < b}}", ["a < b"]),
    ("{{source.logs.rows}}", ["source.logs.rows"]), ("{a} }} {", []),
  ])
  func areFound(markdown: String, expressions: [String]) {
    let parsed = page(markdown)
    #expect(parsed.values.map(\.expression.text) == expressions)
    #expect(parsed.messages == [])
  }

  @Test(arguments: [
    (
      "{{a*b}} and {{c*d}}",
      "page.md:1:1: error: Markdown tore ‘{{a*b}}’ apart: it reads a part of it as emphasis; put a backslash before each ‘*’ or ‘_’ in it"
    ),
    ("x {{a `b` }}", "page.md:1:3: error: Markdown tore ‘{{a `b` }}’ apart: it reads a part of it as code; use no backtick in it"),
    (
      "{{a [b](http://x.example)}}",
      "page.md:1:1: error: Markdown tore ‘{{a [b](http://x.example)}}’ apart: it reads a part of it as a link; put a backslash before its ‘[’"
    ),
    ("{{a <b> c}}", "page.md:1:1: error: Markdown tore ‘{{a <b> c}}’ apart: it reads a part of it as HTML; put spaces around ‘<’"),
    (
      "{{a  \nb}}",
      "page.md:1:1: error: Markdown tore ‘{{a  \u{27E6}U+000A\u{27E7}b}}’ apart: it reads a part of it as a line break; write it on one line"
    ),
    ("{{a", "page.md:1:1: error: ‘{{’ is never closed by ‘}}’"), ("{{a\n\nb}}", "page.md:1:1: error: ‘{{’ is never closed by ‘}}’"),
    ("{{a {{b}}", "page.md:1:1: error: ‘{{’ is never closed by ‘}}’"), ("{{ }}", "page.md:1:1: error: ‘{{}}’ holds no expression"),
    ("{{}}", "page.md:1:1: error: ‘{{}}’ holds no expression"),
    ("![{{a}}](p.png)", "page.md:1:3: error: a bound value can't be put into a picture's description"),
    ("[a](http://x.example/{{b}})", "page.md:1:1: error: a bound value can't be put into a link's address"),
    ("[a](http://x.example \"{{b}}\")", "page.md:1:1: error: a bound value can't be put into a link's title"),
    ("![a]({{b}}.png)", "page.md:1:1: error: a bound value can't be put into a picture's path"),
    (
      "*{{a* b}}",
      "page.md:1:2: error: Markdown tore ‘{{a* b}}’ apart: it reads a part of it as emphasis; put a backslash before each ‘*’ or ‘_’ in it"
    ),
  ])
  func tornOnesAreErrors(markdown: String, message: String) {
    #expect(page(markdown).messages.contains(message), "\(page(markdown).messages)")
  }

  @Test func allMistakesOfAPageAreToldAtOnce() {
    #expect(page("{{a*b}} and {{c*d}}\n\n{{}}\n\n[x](claim: y)\n\n```histgram a\n```").messages.count == 5)
  }
}
