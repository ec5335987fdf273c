import SafeText
import Testing

@testable import MarkdownPages

@Suite struct InlineTextTests {
  @Test func valuesAndTextAlternate() {
    let text = InlineText("é {{ a.b }}*x*{{c}} <\\{{d}}", at: .init(file: "report.yml", line: 3, column: 10))
    #expect(text.pieces == [.text("é "), .value(0), .text("*x*"), .value(1), .text(" <{{d}}")])
    #expect(text.values.map(\.expression.text) == ["a.b", "c"])
    #expect(text.values.map(\.location.column) == [12, 24])
    #expect(text.values[0].expression.location(atScalar: 2).column == 17)
    #expect(text.diagnostics.isEmpty)
    let values = [PlacedValue(html: SafeHTML("<data>1</data>"), text: "1"), PlacedValue(html: SafeHTML("<data>2</data>"), text: "2")]
    #expect(text.html(values: values).markup == "é <data>1</data>*x*<data>2</data> &lt;{{d}}")
    #expect(text.text(values: values) == "é 1*x*2 <{{d}}")
  }

  @Test(arguments: [("a {{b", 3), ("{{}}", 1), ("{{ }} x", 1), ("{{a {{b}}", 1)])
  func brokenBracesAreErrors(text: String, column: Int) {
    let broken = InlineText(text, at: .init(file: "report.yml", line: 3, column: 1))
    #expect(broken.diagnostics.count == 1 && broken.diagnostics[0].location?.column == column)
  }
}
