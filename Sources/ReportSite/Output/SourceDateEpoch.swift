import CivilTime
import Diagnostics

/// The environment variable by which reproducible builds are told the date (reproducible-builds.org/specs/source-date-epoch).
public enum SourceDateEpoch {
  /// Its name.
  public static let variable = "SOURCE_DATE_EPOCH"

  /// The date that a value of the variable stands for: whole seconds since 1970, ASCII digits only; nil where it is not set.
  ///
  /// Anything else is wrong content (65), as is a second after 2262, the end of ``Timestamp``.
  public static func date(_ value: String?) throws(DiagnosticList) -> Timestamp? {
    guard let value else { return nil }
    let isDigits = !value.isEmpty && value.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    guard isDigits, let seconds = Int64(value), let date = Timestamp(seconds: seconds) else {
      throw DiagnosticList([
        Diagnostic(.error, .content, "\(variable) is ‘\(value)’, not a whole number of seconds since 1970")
      ])
    }
    return date
  }
}
