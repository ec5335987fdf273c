import Diagnostics
import LogRecords

/// The log formats that Logbrief reads. A new one is one file, and one line here.
public enum LogFormatRegistry {
  /// All formats, for ``RecordSource`` to choose from by their confidence.
  public static let all: [any LogFormat] = [
    CSVFormat(),
    LinuxAuthFormat(),
  ]

  /// The names of all formats.
  public static var names: [String] { all.map(\.name) }

  /// The format of a name.
  ///
  /// - Throws: wrong content (65), with the names that it may have meant.
  public static func named(_ name: String) throws(DiagnosticList) -> any LogFormat {
    if let format = all.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) { return format }
    let hint = NearestNames.hint(for: name, among: names)
    throw DiagnosticList([
      Diagnostic(
        .error, .content, "no format is called ‘\(name)’" + (hint.isEmpty ? "; known formats: " + names.joined(separator: ", ") : hint))
    ])
  }
}
