import CivilTime

/// Which intervals at the ends of a timeline a log covers but in part, so that their low values say nothing.
public struct PartialIntervals: Hashable, Sendable {
  /// Whether the log begins inside the first interval.
  public let isFirst: Bool
  /// Whether the log ends inside the last interval.
  public let isLast: Bool

  /// Less than this share of an interval is too little to be seen.
  private static let hardlySeen = 0.05
  /// Rows at random leave this many times their mean distance empty in one case of twenty (e⁻³).
  private static let remarkable = 3.0

  /// Judges the ends of a log of so many rows: an end of an interval without a row counts if it can be seen and is longer than chance would
  /// leave it.
  init(_ span: ClosedRange<Timestamp>, _ grid: TimelineGrid, rows: Int) {
    let length = Double(Int128(span.upperBound.nanoseconds) - Int128(span.lowerBound.nanoseconds))
    let width = Double(grid.width.nanoseconds)
    // How far apart the rows of a log are that has but one, nobody can say.
    let least = rows > 1 ? max(width * Self.hardlySeen, Self.remarkable * length / Double(rows)) : .infinity
    let first = Double(span.lowerBound.sinceStart(ofIntervalOf: grid.width))
    let last = width - Double(span.upperBound.sinceStart(ofIntervalOf: grid.width))
    isFirst = first > least
    isLast = last > least
  }

  /// `first interval is partial: the rows begin inside`; nil if none is. The log itself may go on, where a period ends.
  public var words: String? {
    switch (isFirst, isLast) {
    case (true, true): "first and last interval are partial: the rows begin and end inside"
    case (true, false): "first interval is partial: the rows begin inside"
    case (false, true): "last interval is partial: the rows end inside"
    case (false, false): nil
    }
  }
}
