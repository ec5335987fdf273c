import CivilTime
import Diagnostics
import LogRecords
import MarkdownPages

/// Reads `period: 2026-11-01/2026-11-02`: half-open, but a bare end date includes that day; each end a date or an RFC 3339 time.
public enum PeriodText {
  /// The period, or nil and a note.
  static func parse(_ text: LocatedText, collector: DiagnosticCollector) -> Range<Timestamp>? {
    let parts = text.text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { String(Substring($0)) }
    guard parts.count == 2, let start = instant(parts[0], endOfDay: false), let end = instant(parts[1], endOfDay: true) else {
      collector.error("a period is two dates or times with ‘/’ between, like 2026-11-01/2026-11-02, not ‘\(text.text)’", at: text.location)
      return nil
    }
    guard start < end else {
      collector.error("the period ‘\(text.text)’ ends before it begins", at: text.location)
      return nil
    }
    return start..<end
  }

  /// A date (its start, or the start of the next day) or a time with its zone.
  public static func instant(_ text: String, endOfDay: Bool) -> Timestamp? {
    let bytes = Array(text.utf8)
    guard let instant = TimestampParser().parse(bytes) else { return nil }
    return bytes.count == 10 && endOfDay ? instant + .days(1) : instant
  }
}
