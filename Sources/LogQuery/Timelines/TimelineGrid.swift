import CivilTime

/// The intervals of a timeline: of one length, side by side, counted from the epoch (whole weeks from a Monday) in UTC.
public struct TimelineGrid: Hashable, Sendable {
  /// Length of an interval.
  public let width: TimeSpan
  /// Number of intervals.
  public let count: Int
  /// Number of the first interval, counted from the one that holds the epoch.
  private let first: Int128

  /// The lengths that are chosen from where the author names none. Each is made up of whole ones of those before it, so that their counts
  /// add up.
  public static let ladder: [TimeSpan] =
    [1, 5, 15, 30].map { .minutes($0) } + [1, 3, 6, 12].map { .hours($0) } + [1, 7, 28, 364].map { .days($0) }

  /// The lengths that rows are counted by while it is not known which of the ladder will do: minutes, and hours lest the minutes of a long
  /// log all have to be kept apart once it is.
  static let counted: [TimeSpan] = [.minutes(1), .hours(1)]

  /// The intervals from the one that holds `start` to the one that holds `end`.
  public init(from start: Timestamp, to end: Timestamp, width: TimeSpan) {
    self.width = width
    first = Self.number(start, width)
    count = Int(clamping: max(0, Self.number(end, width) - first + 1))
  }

  /// The same in the shortest length of the ladder that needs at most `most` intervals; in the longest if none does.
  public init(from start: Timestamp, to end: Timestamp, most: Int) {
    let grids = Self.ladder.lazy.map { TimelineGrid(from: start, to: end, width: $0) }
    self = grids.first { $0.count <= most } ?? TimelineGrid(from: start, to: end, width: .days(364))
  }

  /// Which interval holds an instant, from 0; nil if none does.
  public func index(of time: Timestamp) -> Int? {
    let index = Self.number(time, width) - first
    return index >= 0 && index < count ? Int(index) : nil
  }

  /// Start of the interval with an index, which may be one past the last; the end of the range of ``Timestamp`` if it lies beyond.
  public func start(_ index: Int) -> Timestamp {
    Timestamp(nanoseconds: Int64(clamping: (first + Int128(index)) * Int128(width.nanoseconds) - Int128(width.lead)))
  }

  /// Times may lie too far apart for their difference to be a ``TimeSpan``, hence the wide arithmetic.
  private static func number(_ time: Timestamp, _ width: TimeSpan) -> Int128 {
    let (quotient, remainder) = (Int128(time.nanoseconds) + Int128(width.lead)).quotientAndRemainder(dividingBy: Int128(width.nanoseconds))
    return remainder < 0 ? quotient - 1 : quotient
  }
}
