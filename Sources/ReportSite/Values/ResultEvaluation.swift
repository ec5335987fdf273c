import Diagnostics
import LogQuery
import MarkdownPages
import SafeText

/// Evaluates the expressions of a report over its results, and notes what can't be.
struct ResultEvaluation {
  let scope: ReportScope
  let collector: DiagnosticCollector

  /// The value of an expression, written as it asks; nil after notes.
  func formatted(_ expression: LocatedExpression) -> FormattedValue? {
    let evaluator = ResultExpressionEvaluator(scope: scope)
    do throws(ExpressionErrors) {
      let value = try evaluator.value(of: expression.expression)
      do throws(ExpressionError) {
        return try ValueFormatter.format(value, as: expression.expression.format, at: expression.expression.range)
      } catch {
        throw ExpressionErrors([error])
      }
    } catch {
      expression.note(error, collector: collector)
      return nil
    }
  }

  /// A bound value as it stands in prose; nil after notes.
  func placed(_ expression: LocatedExpression) -> PlacedValue? {
    guard let formatted = formatted(expression) else { return nil }
    let value = try? ResultExpressionEvaluator(scope: scope).value(of: expression.expression)
    return PlacedValue(html: BoundValueMarkup.markup(formatted, value: value ?? .missing), text: formatted.text)
  }

  /// The verdict of a claim and what its test looked at; nil after notes.
  func verdict(_ expression: LocatedExpression) -> (verdict: ClaimVerdict, found: FormattedValue)? {
    let evaluator = ResultExpressionEvaluator(scope: scope)
    do throws(ExpressionErrors) {
      let truth = try evaluator.truth(of: expression.expression)
      let found = evaluator.found(in: expression.expression).flatMap { try? ValueFormatter.format($0) }
      return (truth ? .holds : .fails, found ?? FormattedValue(text: truth ? "true" : "false", machineValue: ""))
    } catch {
      expression.note(error, collector: collector)
      return nil
    }
  }
}

extension Expression {
  /// The format at its end.
  var format: ValueFormat? {
    if case .formatted(_, let format) = kind { return format }
    return nil
  }
}

/// How a bound value stands in prose: marked as the program's, readable by programs.
enum BoundValueMarkup {
  /// `<data class="v" value="…">` or, for an instant, `<time class="v" datetime="…">`; text from a log is isolated.
  static func markup(_ formatted: FormattedValue, value: Value) -> SafeHTML {
    switch value {
    case .time: .element("time", [Attribute("class", "v"), Attribute("datetime", formatted.machineValue)], SafeHTML(text: formatted.text))
    case .text(let text): .element("data", [Attribute("class", "v"), Attribute("value", text.visible)], SafeHTML(value: text))
    default: .element("data", [Attribute("class", "v"), Attribute("value", formatted.machineValue)], SafeHTML(text: formatted.text))
    }
  }
}
