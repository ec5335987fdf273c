/// Translates lines of chunks, which a pass knows at once, into lines of files, which it knows when it is over.
public struct LineNumbers: Sendable {
  /// For each file the lines before each of its chunks.
  private let before: [[Int]]

  /// A translation by the lines before each chunk of each file.
  init(_ before: [[Int]]) { self.before = before }

  /// The line of a file, from 1, that is a line of one of its chunks, from 1.
  public func line(file: Int, chunk: Int, line: Int) -> Int { before[file][chunk] + line }
}
