import Diagnostics

/// The text of an expression and where it stands in a file, so that a mistake in it can be shown there.
public struct ExpressionSource: Hashable, Sendable {
  /// What the author wrote.
  public var text: String
  /// The place of the first scalar of `text`; a text from nowhere (line 0) is counted from line 1, column 1.
  public var location: SourceLocation
  /// The column, from 1, where the second and further lines of `text` begin in the file.
  public var continuationColumn: Int

  /// A text at a place.
  public init(_ text: String, at location: SourceLocation, continuationColumn: Int = 1) {
    self.text = text
    self.location = location
    self.continuationColumn = continuationColumn
  }

  /// The place of the scalar `offset` scalars into the text; a line ends at LF.
  public func location(at offset: Int) -> SourceLocation {
    var place = SourceLocation(file: location.file, line: max(1, location.line), column: max(1, location.column))
    for scalar in text.unicodeScalars.prefix(offset) {
      if scalar == "\n" {
        place.line += 1
        place.column = continuationColumn
      } else {
        place.column += 1
      }
    }
    return place
  }

  /// What the author wrote in a range of scalars, on one line and shortened to 60 scalars.
  public func excerpt(_ range: Range<Int>) -> String {
    var excerpt = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.dropFirst(range.lowerBound).prefix(min(range.count, 60)) {
      excerpt.append(scalar == "\n" || scalar == "\r" ? " " : scalar)
    }
    return String(excerpt) + (range.count > 60 ? "…" : "")
  }

  /// A mistake as an error at its place.
  public func diagnostic(_ error: ExpressionError) -> Diagnostic { Diagnostic(at: location(at: error.range.lowerBound), error.message) }

  /// Mistakes as errors at their places.
  public func diagnostics(_ errors: ExpressionErrors) -> DiagnosticList { DiagnosticList(errors.all.map(diagnostic)) }
}
