import CivilTime

/// What the times of some records in a row tell; tallies of neighbours add up.
struct TimeTally: Hashable, Sendable {
  /// Earliest and latest time.
  var earliest: Int64?
  var latest: Int64?
  /// The time of the first and of the last record that has one.
  private var first: Int64?
  private var last: Int64?
  /// Records without a time.
  var untimed = 0
  /// Times before the time of the record before them.
  var stepsBack = 0

  /// From the earliest to the latest time.
  var span: ClosedRange<Timestamp>? {
    guard let earliest, let latest else { return nil }
    return Timestamp(nanoseconds: earliest)...Timestamp(nanoseconds: latest)
  }

  /// Adds the times of the records that come next.
  mutating func add(_ times: [Int64]) {
    var previous = last ?? .min
    var lowest = Int64.max
    var highest = Int64.min
    var missing = 0
    var steps = 0
    for time in times {
      if time == RecordBatch.noTime {
        missing += 1
        continue
      }
      if time < previous { steps += 1 }
      previous = time
      lowest = min(lowest, time)
      highest = max(highest, time)
    }
    untimed += missing
    stepsBack += steps
    guard missing < times.count else { return }
    if first == nil { first = times.first { $0 != RecordBatch.noTime } }
    last = previous
    earliest = min(earliest ?? .max, lowest)
    latest = max(latest ?? .min, highest)
  }

  /// Adds the tally of the records that come next.
  mutating func merge(_ next: TimeTally) {
    untimed += next.untimed
    stepsBack += next.stepsBack
    if let last, let first = next.first, first < last { stepsBack += 1 }
    first = first ?? next.first
    last = next.last ?? last
    earliest = [earliest, next.earliest].compactMap(\.self).min()
    latest = [latest, next.latest].compactMap(\.self).max()
  }
}
