/// A place in a file that a person wrote, both numbers from 1; columns count unicode scalars.
public struct SourceLocation: Hashable, Comparable, Sendable {
  /// The file, as the author would name it: relative to the report's folder, or as given on the command line.
  public var file: String
  /// Line, from 1; 0 for the file as a whole.
  public var line: Int
  /// Column in unicode scalars, from 1; 0 for the line as a whole.
  public var column: Int

  /// A place in a file.
  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// In order of file (by bytes), then line, then column.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    if left.file != right.file { return left.file.utf8.lexicographicallyPrecedes(right.file.utf8) }
    return (left.line, left.column) < (right.line, right.column)
  }

  /// The place `columns` further right on the same line.
  public func advanced(byColumns columns: Int) -> SourceLocation {
    SourceLocation(file: file, line: line, column: column + columns)
  }
}
