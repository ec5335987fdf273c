import CivilTime

/// The interval that a time falls into; the last one is remembered, as times in a row often share it.
struct TimeBin {
  private var start: Int64 = 0
  private var width: Int64 = 0

  /// The start of the interval of `width` nanoseconds that holds a time, as a word: see ``Timestamp/floored(to:)``.
  @inline(__always)
  mutating func word(_ time: Int64, width: Int64) -> UInt64 {
    if self.width == width, time >= start, isInside(time) { return UInt64(bitPattern: start) }
    let since = Timestamp(nanoseconds: time).sinceStart(ofIntervalOf: TimeSpan(nanoseconds: width))
    let (floor, overflow) = time.subtractingReportingOverflow(since)
    guard !overflow else { return KeyWord.noValue }
    (start, self.width) = (floor, width)
    return UInt64(bitPattern: floor)
  }

  /// Whether a time that is not before the start is in the interval: as times may lie further apart than a signed number can say, the
  /// distance is unsigned.
  @inline(__always)
  private func isInside(_ time: Int64) -> Bool { UInt64(bitPattern: time &- start) < UInt64(bitPattern: width) }
}
