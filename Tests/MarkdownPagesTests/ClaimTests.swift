import Testing

@testable import MarkdownPages

@Suite struct ClaimTests {
  @Test(arguments: [
    ("[No user did](claim: \"a.max <= 6\")", "No user did", "a.max <= 6"), ("[a](claim: 'b == \"c\"')", "a", "b == \"c\""),
    ("[a](claim:\n\"b\nand c\")", "a", "b and c"), ("[a *b* `c`\nd](claim: \"e\")", "a b c d", "e"),
    ("[a](<claim:> \"b < c\")", "a", "b < c"),
    ("[a]( claim: \"b\" )", "a", "b"), ("[a](claim: \"b == \\\"c\\\" &amp; d\")", "a", "b == \"c\" & d"), ("# [a](claim: \"b\")", "a", "b"),
    ("| [a](claim: \"b \\| c\") |\n|---|", "a", "b | c"), ("[a \\] b](claim: \" c \")", "a ] b", "c"), ("> - [a](claim: \"b\")", "a", "b"),
  ])
  func areFound(markdown: String, sentence: String, expression: String) throws {
    let parsed = page(markdown)
    #expect(parsed.messages == [])
    let claim = try #require(parsed.claims.first)
    #expect(claim.sentence == [.text(sentence)])
    #expect(claim.expression.text == expression)
  }

  @Test func theSentenceKeepsItsValues() {
    let parsed = page("{{z}} [all {{a}} of **{{b}}**](claim: \"c\")")
    #expect(parsed.claims.first?.sentence == [.text("all "), .value(1), .text(" of "), .value(2)])
    let values = ["z", "1", "2"].map { PlacedValue(html: .init(text: "<\($0)>"), text: $0) }
    #expect(parsed.claims.first?.sentence.text(values: values) == "all 1 of 2")
    #expect(parsed.claims.first?.sentence.html(values: values).markup == "all &lt;1&gt; of &lt;2&gt;")
  }

  @Test(arguments: [
    ("[a](claim: b > 1)", "1:3", "put the expression in straight quotes"),
    ("[a](claim: “b”)", "1:3", "put the expression in straight quotes"),
    ("[a](claim:b)", "1:1", "put a space after ‘claim:’ and the expression in quotes"),
    ("[a](claim:\"b\")", "1:1", "put a space after ‘claim:’ and the expression in quotes"),
    ("[a](claim:\"b > 1\")", "1:3", "put a space after ‘claim:’"),
    ("[a](claim:)", "1:1", "it has no expression"), ("[a](claim: \"\")", "1:1", "it has no expression"),
    ("[a](claim: \" \")", "1:1", "it has no expression"),
    ("[](claim: \"b\")", "1:1", "it has no sentence"), ("[ ](claim: \"b\")", "1:1", "it has no sentence"),
    ("[a [b](http://x.example) c](claim: \"d\")", "1:27", "its sentence can't hold a link"),
    ("[a [b](claim: \"c\") d](claim: \"e\")", "1:21", "its sentence can't hold a link"),
    ("![a](claim: \"b\")", "1:1", "a picture can't be a claim"),
    ("[![a](b.png)](claim: \"c\")", "1:1", "a picture can't be part of its sentence"),
    ("[a][r]\n\n[r]: claim: \"b\"", "1:1", "a claim can't be a reference"),
    ("x\n\n[r]: claim: \"b\"", "3:1", "a claim can't be a reference"),
    ("- [r]: claim: \"b\"", "1:3", "a claim can't be a reference"), ("> [r\n> s]:\n> claim: \"b\"", "1:3", "a claim can't be a reference"),
    ("[r]\n\n> [r]: <claim:> 'b'", "3:3", "a claim can't be a reference"), ("[a](claim: (b))", "1:1", "put the expression in quotes"),
    ("[a](Claim: \"b\")", "1:1", "write ‘claim:’ in lower case"), ("[a] (claim: \"b\")", "1:3", "write ‘](’ without a space between"),
    ("[a](claim: \"b == \"c\"\")", "1:3", "put '…' around an expression that holds \""),
    ("[a](claim: \"b", "1:3", "its quotes are never closed"),
    ("<claim:b>", "1:1", "it has no sentence"), ("| [a](claim: \"b | c\") |\n|---|---|", "1:5", "its quotes are never closed"),
    ("a](claim: \"b\")", "1:2", "its sentence can't hold"), ("[a\n\nb](claim: \"c\")", "3:2", "its sentence can't hold"),
    ("[a](claim : \"b\")", "1:3", "its sentence"), ("\\[a](claim: \"b\")", "1:4", "its sentence"),
    ("[a\\](claim: \"b\")", "1:3", "its sentence"),
    ("[a](claim: \"b\"", "1:3", "close it with ‘)’"),
    ("![a [b](claim: \"c\")](d.png)", "1:5", "a picture's description"), ("![see [a](claim: b)](d.png)", "1:9", "straight quotes"),
  ])
  func whatLooksLikeOneAndIsNotIsAnError(markdown: String, place: String, problem: String) {
    let parsed = page(markdown)
    let errors = parsed.diagnostics.filter { $0.message.hasPrefix("this is not a claim yet: ") }
    #expect(
      errors.contains { "\($0.location?.line ?? 0):\($0.location?.column ?? 0)" == place && $0.message.contains(problem) },
      "\(parsed.messages)")
    #expect(errors.allSatisfy { $0.severity == .error && $0.code == .content })
  }

  @Test(arguments: [
    "`[a](claim: b)`", "```\n[a](claim: b)\n```", "    [a](claim: b)", "a claim: b", "(claim: x)", "```\n[r]: claim: \"b\"\n```",
  ])
  func codeAndProseAreLeftAlone(markdown: String) { #expect(page(markdown).messages == []) }
}
