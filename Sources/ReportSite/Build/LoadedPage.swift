import Diagnostics
import LogQuery
import MarkdownPages

/// A page with its expressions parsed, each list as long as the page's list of the same name.
struct LoadedPage {
  let page: MarkdownPage
  /// Of each bound value; nil where it could not be parsed, which fails the build.
  let values: [LocatedExpression?]
  /// Of each claim.
  let claims: [LocatedExpression?]

  init(_ page: MarkdownPage, collector: DiagnosticCollector) {
    self.page = page
    collector.add(DiagnosticList(page.diagnostics))
    values = page.values.map { LocatedExpression($0.expression, dialect: .results, collector: collector) }
    claims = page.claims.map { LocatedExpression($0.expression, dialect: .results, collector: collector) }
  }

  /// All of its expressions.
  var expressions: [LocatedExpression] { (values + claims).compactMap(\.self) }
}
