import CivilTime

/// Maps instants of a domain to a range up to 1, and finds starts of calendar intervals in it. UTC.
struct TimeScale: Hashable, Sendable {
  /// First instant.
  let start: Timestamp
  /// Last instant, after the first.
  let end: Timestamp

  /// The part of the range that is left free before the first instant.
  let inset: Double

  /// A scale; an empty domain is widened to a second.
  init(_ start: Timestamp, _ end: Timestamp, inset: Double = 0) {
    self.start = start
    self.inset = inset
    self.end = end > start ? end : start + .seconds(1)
  }

  /// Length of the domain in seconds.
  var length: Double { Double(end.nanoseconds) / 1e9 - Double(start.nanoseconds) / 1e9 }

  /// Where an instant lies: the inset at the start, 1 at the end.
  func position(_ time: Timestamp) -> Double {
    inset + (1 - inset) * (Double(time.nanoseconds) / 1e9 - Double(start.nanoseconds) / 1e9) / length
  }

  /// The step nearest to `count` intervals in the domain, by ratio.
  func step(_ count: Double) -> TimeStep {
    let target = length / count
    guard let above = TimeStep.all.firstIndex(where: { $0.length > target }) else {
      let years = TickStep(0, length / 31_536_000, count: count, areWhole: true)?.value ?? 1
      return .years(Int(years))
    }
    guard above > 0 else { return TimeStep.all[0] }
    let below = TimeStep.all[above - 1]
    return target / below.length < TimeStep.all[above].length / target ? below : TimeStep.all[above]
  }

  /// The smaller step to mark between those of `major`: the smallest of which at most `most` fit.
  func minorStep(under major: TimeStep, most: Double) -> TimeStep? {
    TimeStep.all.first { $0.length < major.length && length / $0.length <= most }
  }
}
