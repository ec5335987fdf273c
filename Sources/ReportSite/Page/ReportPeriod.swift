import CivilTime
import SafeText

/// The time that a report covers.
public struct ReportPeriod: Hashable, Sendable {
  /// Its start.
  public var first: Timestamp
  /// Its end: the last row's time, or the first instant after the period that the author set.
  public var last: Timestamp
  /// Whether the author set it. Such a period is half-open.
  public var isAuthored: Bool

  /// A period.
  public init(first: Timestamp, last: Timestamp, isAuthored: Bool) {
    self.first = first
    self.last = last
    self.isAuthored = isAuthored
  }

  /// `27 Mar 2017 13:06 to 20 Apr 2017 14:14`; of an authored period of whole days its first and last day.
  var markup: SafeHTML {
    guard isWholeDays else { return TimeMarkup.minute(first) + SafeHTML(" to ") + TimeMarkup.minute(last) }
    let lastDay = last + .days(-1)
    return first == lastDay ? TimeMarkup.day(first) : TimeMarkup.day(first) + SafeHTML(" to ") + TimeMarkup.day(lastDay)
  }

  /// Where the period comes from, in words.
  var origin: SafeHTML {
    if isWholeDays { return SafeHTML("set by the author") }
    return isAuthored ? SafeHTML("set by the author, end not included") : SafeHTML("first to last row")
  }

  private var isWholeDays: Bool {
    isAuthored && first < last && first.floored(to: .days(1)) == first && last.floored(to: .days(1)) == last
  }
}
