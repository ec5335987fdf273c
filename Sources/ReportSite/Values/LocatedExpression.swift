import Diagnostics
import LogQuery
import MarkdownPages

/// A parsed expression that still knows its text and where that stands.
struct LocatedExpression {
  let text: LocatedText
  let expression: Expression

  /// Parses a text; nil after notes if it is no expression.
  init?(_ text: LocatedText, dialect: ExpressionDialect, collector: DiagnosticCollector) {
    let parsed = collector.attempt { () throws(DiagnosticList) in
      try ExpressionParser.parse(text.text, dialect: dialect, at: text.location)
    }
    guard let parsed else { return nil }
    self.text = text
    expression = parsed
  }

  /// Notes what was wrong in evaluating it, each mistake at its place.
  func note(_ errors: ExpressionErrors, collector: DiagnosticCollector) {
    for error in errors.all { collector.error(error.message, at: text.location(atScalar: error.range.lowerBound)) }
  }
}
