import Diagnostics
import LogQuery

/// A kind of figure: reads its block, says what it asks of the data, and draws the answers. A new kind is one file that conforms, and
/// one line in ``FigureRegistry``.
protocol FigureKind: SendableMetatype {
  /// The word that opens its block.
  static var name: String { get }
  /// The keys it takes beside the common ones.
  static var keys: [String] { get }
  /// Whether it counts rows of a source; a figure that only reads results does not.
  static var countsRows: Bool { get }

  /// Reads its own keys; everything wrong is noted with the mapping's collector.
  init(_ mapping: YAMLMapping, settings: FigureSettings)

  /// What it asks of its source, all in the one pass.
  var queries: [Query] { get }
  /// Columns that it names outside its queries.
  var namedColumns: [String] { get }
  /// Expressions over other figures that it shows.
  var resultExpressions: [LocatedExpression] { get }
  /// Whether none of the rows it counts has a value to draw: a picture of nothing would look like an answer.
  func hasNoValues(_ answers: [ResultTable]) -> Bool
  /// What `{{…}}` and claims can say about the answers, which are in the order of ``queries``; nil if nothing.
  func values(from answers: [ResultTable]) -> FigureValues?
  /// Draws the answers.
  func draw(_ answers: [ResultTable], in context: DrawingContext) -> DrawnFigure
}

extension FigureKind {
  static var countsRows: Bool { true }
  var namedColumns: [String] { [] }
  var resultExpressions: [LocatedExpression] { [] }
  func hasNoValues(_ answers: [ResultTable]) -> Bool { false }
}

/// Every kind of figure there is.
enum FigureRegistry {
  /// In the order of the authoring guide.
  static let kinds: [any FigureKind.Type] = [
    NumbersFigure.self,
    BarFigure.self,
    HistogramFigure.self,
    TimelineFigure.self,
    TableFigure.self,
    QueryFigure.self,
  ]

  /// The kind of a name.
  static func kind(named name: String) -> (any FigureKind.Type)? { kinds.first { $0.name.utf8.elementsEqual(name.utf8) } }
}
