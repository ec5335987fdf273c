import Diagnostics

/// A fenced block that stands for a figure: its kind and id from the info string, and its YAML, not yet read.
public struct FigureBlock: Hashable, Sendable {
  /// The kind, one of those that the page was given.
  public var kind: String
  /// The figure's id: `[a-z][a-z0-9-]*`.
  public var id: String
  /// The YAML between the fences, without the indentation of lists and the marks of quotes.
  public var body: String
  /// Where the info string, so the kind, starts.
  public var location: SourceLocation
  /// Where the id starts.
  public var idLocation: SourceLocation
  /// Line of the file on which the body starts, from 1.
  public var bodyFirstLine: Int

  /// Columns of the file before each line of the body.
  var bodyIndents: [Int]

  /// The place in the file of a place in the body, whose lines and columns count from 1; column 0 is the line as a whole.
  public func bodyLocation(line: Int, column: Int) -> SourceLocation {
    let indent = bodyIndents.indices.contains(line - 1) ? bodyIndents[line - 1] : 0
    return SourceLocation(file: location.file, line: bodyFirstLine + line - 1, column: column == 0 ? 0 : column + indent)
  }
}
