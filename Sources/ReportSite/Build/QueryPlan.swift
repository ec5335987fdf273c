import Diagnostics
import LogQuery
import LogRecords
import SafeText

/// Which queries go to which source, so that each source is read once for all figures.
struct QueryPlan {
  /// The queries of one source, first the one that shows its activity.
  struct SourceQueries {
    var queries: [Query]
    /// For each figure (by its position in the report) where its queries are.
    var figures: [Int: Range<Int>]
  }

  /// By the source's name.
  private(set) var sources: [String: SourceQueries] = [:]

  /// Plans all figures. Keys that expressions ask for by name are pinned, so that the engine reports them whatever their rank.
  init(figures: [PlannedFigure], sources: [String: ReportSource], expressions: [Expression], collector: DiagnosticCollector) {
    for (name, source) in sources {
      self.sources[name] = SourceQueries(queries: [SourceActivity.query(timeColumn: source.timeColumn)], figures: [:])
    }
    let pinned = Self.pinnedKeys(expressions)
    for (index, figure) in figures.enumerated() {
      guard let source = sources[figure.settings.source], var planned = self.sources[figure.settings.source] else { continue }
      Self.check(figure, columns: source.columns, collector: collector)
      let start = planned.queries.count
      for var query in figure.kind.queries {
        query.pinned = pinned[figure.settings.id] ?? []
        planned.queries.append(query)
      }
      planned.figures[index] = start..<planned.queries.count
      self.sources[figure.settings.source] = planned
    }
  }

  /// Keys named in `id.share("key")`, by id.
  private static func pinnedKeys(_ expressions: [Expression]) -> [String: Set<ByteString>] {
    var keys: [String: Set<ByteString>] = [:]
    for (path, _) in expressions.flatMap(\.paths) {
      for case .call("share", let argument) in path.steps {
        switch argument {
        case .text(let key): keys[path.root, default: []].insert(key)
        case .integer(let number): keys[path.root, default: []].insert(ByteString(String(number)))
        default: break
        }
      }
    }
    return keys
  }

  /// Every column that a figure names is one of its source.
  private static func check(_ figure: PlannedFigure, columns: [Column], collector: DiagnosticCollector) {
    let known = columns.map(\.name) + columns.compactMap { $0.role?.rawValue }
    var names = figure.kind.namedColumns
    for query in figure.kind.queries { names += query.groups.map(\.column) + query.measures.compactMap(\.column) }
    var reported: Set<String> = []
    for name in names where columns.index(named: name) == nil && reported.insert(name).inserted {
      collector.error(
        "‘\(figure.settings.id)’ names the column ‘\(name)’, which ‘\(figure.settings.source)’ does not have"
          + NearestNames.hint(for: name, among: known), at: figure.mapping.location(naming: name) ?? figure.settings.location)
    }
    guard let filter = figure.settings.filter else { return }
    do throws(ExpressionErrors) {
      _ = try RowExpressionChecker.check(filter.expression, columns: columns)
    } catch {
      filter.note(error, collector: collector)
    }
  }
}
