import Diagnostics

/// Files that are one source: they have the same columns, and follow one another in the order of their first records' times.
public struct RecordSource: Sendable {
  /// The files, in the order they are read.
  public let files: [SourceFile]
  /// The columns, with the names and in the order of the first file.
  public let columns: [Column]
  /// What is said of the source where its files are silent.
  public let options: SourceOptions

  /// Opens files.
  ///
  /// A file with no time anywhere in its head keeps its place after the file named before it.
  ///
  /// - Parameters:
  ///   - formats: the formats that are known, the preferred first.
  /// - Throws: all that is wrong with each: exit code 66 if it can't be read, 65 if its format, head or columns are wrong.
  public init(_ paths: [InputPath], formats: [any LogFormat], options: SourceOptions = SourceOptions()) throws(DiagnosticList) {
    var problems = DiagnosticList()
    var opened: [SourceFile] = []
    for path in paths {
      do throws(DiagnosticList) {
        opened.append(try SourceFile(path, formats: formats, options: options, readsFirstTime: paths.count > 1))
      } catch {
        for problem in error.diagnostics { problems.append(problem) }
      }
    }
    guard !problems.hasErrors else { throw problems }
    let ordered = Self.inOrderOfTime(opened)
    guard let first = ordered.first else { throw DiagnosticList([Diagnostic(.error, .input, "no file is given")]) }
    columns = first.layout.columns
    for file in ordered.dropFirst() { Self.align(file, with: first, &problems) }
    guard !problems.hasErrors else { throw problems }
    files = ordered
    self.options = options
  }

  private static func inOrderOfTime(_ files: [SourceFile]) -> [SourceFile] {
    var key: (time: Int64, place: Int) = (.min, 0)
    let keyed = files.enumerated().map { place, file in
      key = (file.firstTime?.nanoseconds ?? key.time, place)
      return (key: key, file: file)
    }
    return keyed.sorted { $0.key < $1.key }.map(\.file)
  }

  /// Finds the first file's columns in another by name; anything else is a problem.
  private static func align(_ file: SourceFile, with first: SourceFile, _ problems: inout DiagnosticList) {
    let names = file.layout.columns.map(\.name)
    var order: [Int] = []
    for column in first.layout.columns {
      if let index = names.firstIndex(where: { $0.utf8.elementsEqual(column.name.utf8) }) {
        order.append(index)
      } else {
        let hint = NearestNames.hint(for: column.name, among: names)
        let what = "has no column ‘\(column.name)’, which ‘\(first.input.name)’ has\(hint)"
        problems.append(Diagnostic(at: SourceLocation(file: file.input.name, line: file.layout.headerLines), what))
      }
    }
    for (index, name) in names.enumerated() where !order.contains(index) {
      let what = "has a column ‘\(name)’, which ‘\(first.input.name)’ does not have"
      problems.append(Diagnostic(at: SourceLocation(file: file.input.name, line: file.layout.headerLines), what))
    }
    file.columnOrder = order
  }
}
