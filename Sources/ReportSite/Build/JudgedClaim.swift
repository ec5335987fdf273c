import Diagnostics
import LogQuery
import MarkdownPages
import SafeText

/// A claim of the report, judged.
struct JudgedClaim {
  /// Its number, from 1 in the order of the text.
  let number: Int
  /// The sentence, or a figure's title, values put in.
  let sentence: SafeHTML
  /// The test.
  let expression: LocatedExpression
  /// Whether it holds.
  let verdict: ClaimVerdict
  /// The value that the test looked at.
  let found: FormattedValue

  /// The row of the claims ledger.
  var row: ClaimRow {
    ClaimRow(number: number, sentence: sentence, test: expression.text.text, found: SafeHTML(text: found.text), verdict: verdict)
  }

  /// What a build says of it if it does not hold.
  var diagnostic: Diagnostic? {
    guard verdict == .fails else { return nil }
    return Diagnostic(
      .error, .answerIsNo, at: expression.text.location, "the claim does not hold: ‘\(expression.text.text)’, found \(found.text)")
  }
}
