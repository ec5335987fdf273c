import CivilTime

/// The interval that a time falls into; the last one is remembered, as times in a row often share it.
struct TimeBin {
  private var start: Int64 = 0
  private var width: Int64 = 0

  /// The start of the interval of `width` nanoseconds that holds a time, as a word: see ``Timestamp/floored(to:)``.
  @inline(__always)
  mutating func word(_ time: Int64, width: Int64) -> UInt64 {
    if self.width == width, time >= start, time &- start < width { return UInt64(bitPattern: start) }
    let since = Timestamp(nanoseconds: time).sinceStart(ofIntervalOf: TimeSpan(nanoseconds: width))
    let (floor, overflow) = time.subtractingReportingOverflow(since)
    guard !overflow else { return KeyWord.noValue }
    (start, self.width) = (floor, width)
    return UInt64(bitPattern: floor)
  }
}
