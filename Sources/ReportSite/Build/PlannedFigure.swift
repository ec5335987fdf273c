import Diagnostics
import LogQuery
import MarkdownPages

/// A figure of a page, read and ready to ask its questions.
struct PlannedFigure {
  /// The keys that every kind takes.
  let settings: FigureSettings
  /// Its block, as written.
  let mapping: YAMLMapping
  /// What it is.
  let kind: any FigureKind
  /// Which page it stands on, from 0, and which of that page's blocks it is.
  let page: Int
  let block: Int

  /// Reads a block; nil after notes if it is no figure.
  init?(_ block: FigureBlock, index: Int, page: Int, sources: [String], collector: DiagnosticCollector) {
    guard let type = FigureRegistry.kind(named: block.kind) else { return nil }
    let start = SourceLocation(file: block.location.file, line: block.bodyFirstLine, column: block.bodyLocation(line: 1, column: 1).column)
    guard let mapping = YAMLDocument.mapping(block.body, at: start, collector: collector) else { return nil }
    settings = FigureSettings(id: block.id, kind: type, mapping: mapping, location: block.location, sources: sources)
    self.mapping = mapping
    kind = type.init(mapping, settings: settings)
    self.page = page
    self.block = index
  }

  /// Every expression over results that it holds.
  var expressions: [LocatedExpression] {
    (settings.title?.expressions ?? []) + (settings.caption?.expressions ?? []) + kind.resultExpressions
      + [settings.claim].compactMap(\.self)
  }
}
