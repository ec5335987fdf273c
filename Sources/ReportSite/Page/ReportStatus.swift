/// How far a report has come.
public enum ReportStatus: String, CaseIterable, Hashable, Sendable {
  /// Still being written: marked so on the page and on every printed sheet.
  case draft
  /// Ready to be relied on.
  case final
}
