/// An instant: nanoseconds since 1970-01-01T00:00:00Z, leap seconds not counted (POSIX time).
///
/// The range is 1677-09-21 to 2262-04-11; a parser that meets a time outside it must say "no value".
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Nanoseconds since the epoch; negative before 1970.
  public var nanoseconds: Int64

  /// An instant by its nanoseconds since the epoch.
  @inlinable
  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// An instant by its whole seconds since the epoch, or nil where nanoseconds would overflow.
  @inlinable
  public init?(seconds: Int64, nanosecond: Int64 = 0) {
    let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (sum, overflowed) = scaled.addingReportingOverflow(nanosecond)
    guard !overflow, !overflowed else { return nil }
    nanoseconds = sum
  }

  /// The start of the interval of `width` that holds this instant; the start of the range of this type for an interval that begins before
  /// it. Intervals are counted from the epoch, whole weeks from a Monday as ISO 8601 has them.
  @inlinable
  public func floored(to width: TimeSpan) -> Timestamp {
    let (start, overflow) = nanoseconds.subtractingReportingOverflow(sinceStart(ofIntervalOf: width))
    return Timestamp(nanoseconds: overflow ? .min : start)
  }

  /// How many nanoseconds before this instant the interval of `width` began that holds it: see ``floored(to:)``.
  @inlinable
  public func sinceStart(ofIntervalOf width: TimeSpan) -> Int64 {
    let remainder = nanoseconds % width.nanoseconds
    let sinceEpoch = remainder < 0 ? remainder + width.nanoseconds : remainder
    // Written so that nothing overflows, however long the interval.
    let untilStart = width.nanoseconds - width.lead
    return sinceEpoch >= untilStart ? sinceEpoch - untilStart : sinceEpoch + width.lead
  }

  /// In order of time.
  @inlinable
  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.nanoseconds < right.nanoseconds }

  /// The span from one instant to another, which must be less than 292 years apart: beyond, it wraps around.
  @inlinable
  public static func - (left: Timestamp, right: Timestamp) -> TimeSpan {
    TimeSpan(nanoseconds: left.nanoseconds &- right.nanoseconds)
  }

  /// The instant that lies a span later; beyond the range it wraps around.
  @inlinable
  public static func + (left: Timestamp, right: TimeSpan) -> Timestamp {
    Timestamp(nanoseconds: left.nanoseconds &+ right.nanoseconds)
  }
}
