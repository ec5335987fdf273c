import CivilTime
import SafeText

/// Writes which days an axis of time spans.
enum TimeSpanText {
  /// `27 Mar 2017 to 20 Apr 2017, UTC`, or one date; `end` is the first instant that no longer belongs to it.
  static func dates(from start: Timestamp, to end: Timestamp) -> String {
    let last = Timestamp(nanoseconds: max(start.nanoseconds, end.nanoseconds - 1))
    let first = NumberText.date(start)
    return first == NumberText.date(last) ? first + ", UTC" : first + " to " + NumberText.date(last) + ", UTC"
  }
}
