import Diagnostics
import LogQuery
import MarkdownPages

/// The keys that every kind of figure takes.
struct FigureSettings {
  /// The name it has in `{{…}}` and claims.
  let id: String
  /// Name of its kind.
  let kind: String
  /// Where its fence opens.
  let location: SourceLocation
  /// A sentence that says what is to be seen; may hold `{{…}}`.
  let title: BoundText?
  /// How to read it; may hold `{{…}}`.
  let caption: BoundText?
  /// Name of the source it counts; empty where a kind reads only results.
  let source: String
  /// Which rows count.
  let filter: LocatedExpression?
  /// Whether it shares its row with a neighbour.
  let isHalf: Bool
  /// An expression that judges the title.
  let claim: LocatedExpression?
  /// Whether no rows at all is an answer.
  let allowsEmpty: Bool

  private enum Width: String, CaseIterable { case half, full }
  private static let keys = ["title", "caption", "source", "where", "width", "claim", "allow_empty"]

  /// Reads the common keys of a figure and refuses those that neither it nor its kind knows.
  init(id: String, kind: any FigureKind.Type, mapping: YAMLMapping, location: SourceLocation, sources: [String]) {
    let collector = mapping.collector
    self.id = id
    self.kind = kind.name
    self.location = location
    mapping.refuseKeys(except: kind.keys + Self.keys, of: "a ‘\(kind.name)’ figure")
    title = mapping.text("title").map { BoundText($0, collector: collector) }
    caption = mapping.text("caption").map { BoundText($0, collector: collector) }
    filter = mapping.expression("where", dialect: .rows)
    isHalf = mapping.choice("width", Width.self) == .half
    claim = mapping.expression("claim", dialect: .results)
    allowsEmpty = mapping.flag("allow_empty") ?? false
    source = Self.source(mapping, at: location, sources: sources, isNeeded: kind.countsRows)
  }

  /// The source named, or the only one there is.
  private static func source(_ mapping: YAMLMapping, at location: SourceLocation, sources: [String], isNeeded: Bool) -> String {
    if let named = mapping.text("source") {
      if !sources.contains(named.text) {
        let hint = NearestNames.hint(for: named.text, among: sources)
        mapping.collector.error("unknown source ‘\(named.text)’" + hint, at: named.location)
      }
      return named.text
    }
    guard isNeeded else { return "" }
    if sources.count != 1 {
      let which = sources.isEmpty ? "the report has no sources" : "the report has several sources: add ‘source:’"
      mapping.collector.error(which, at: location)
    }
    return sources.first ?? ""
  }
}

extension YAMLMapping {
  /// The expression under a key; nil where it is absent or, after notes, is none.
  func expression(_ key: String, dialect: ExpressionDialect) -> LocatedExpression? {
    text(key).flatMap { LocatedExpression($0, dialect: dialect, collector: collector) }
  }

  /// The measure under a key, or `fallback` where it is absent.
  func measure(_ key: String, default fallback: Measure) -> Measure {
    guard let text = text(key) else { return fallback }
    return measure(text) ?? fallback
  }

  /// The measures under a key, or `fallback` where it is absent.
  func measures(_ key: String, default fallback: [Measure]) -> [Measure] {
    let read = texts(key).compactMap(measure)
    return read.isEmpty ? fallback : read
  }

  private func measure(_ text: LocatedText) -> Measure? {
    collector.attempt { () throws(DiagnosticList) in try Measure(parsing: text.text, at: text.location) }
  }
}
