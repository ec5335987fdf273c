import Diagnostics
import MarkdownPages
import SafeText

/// A figure's title or caption: plain text with values to be put in.
struct BoundText {
  let inline: InlineText
  let expressions: [LocatedExpression]

  /// Reads a text; mistakes in its braces and expressions are noted.
  init(_ text: LocatedText, collector: DiagnosticCollector) {
    inline = InlineText(text.text, at: text.location)
    collector.add(DiagnosticList(inline.diagnostics))
    expressions = inline.values.compactMap { LocatedExpression($0.expression, dialect: .results, collector: collector) }
  }

  /// The text with its values; nil after notes.
  func placed(_ evaluation: ResultEvaluation) -> (html: SafeHTML, text: String)? {
    let values = expressions.compactMap { evaluation.placed($0) }
    guard values.count == inline.values.count else { return nil }
    return (inline.html(values: values), inline.text(values: values))
  }
}
