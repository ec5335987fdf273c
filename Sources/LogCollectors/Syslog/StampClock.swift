import CivilTime
import LogRecords

/// Turns the stamps of a file's lines, one after the other, into instants.
struct StampClock {
  /// Why a stamp is no instant.
  enum Failure: Error {
    /// It tells no year, and none was given.
    case missingYear
    /// There is no such day in its year, or the year is out of range.
    case noSuchTime
  }

  private let zone: TimeZoneRule
  private var years: YearClock?
  /// The minute resolved last, as its fields without year, and its instant: most lines are of the same minute as the line before.
  private var minute = (fields: -1, instant: Timestamp(nanoseconds: 0))

  /// A clock for times without zone in `zone`, and without year from `firstYear` on.
  init(zone: TimeZoneRule, firstYear: Int?) {
    self.zone = zone
    years = firstYear.map(YearClock.init)
  }

  /// The instant of the next line's stamp.
  mutating func instant(_ stamp: SyslogStamp) throws(Failure) -> Timestamp {
    switch stamp.time {
    case .instant(let timestamp): return timestamp
    case .local(let civil): return try resolved(civil)
    case .yearless(var civil):
      let fields = ((civil.month * 32 + civil.day) * 24 + civil.hour) * 60 + civil.minute
      if fields == minute.fields { return minute.instant + Self.rest(civil) }
      guard let year = years?.advance(month: civil.month, day: civil.day) else { throw .missingYear }
      civil.year = year
      let rest = Self.rest(civil)
      (civil.second, civil.nanosecond) = (0, 0)
      let start = try resolved(civil)
      minute = (fields, start)
      return start + rest
    }
  }

  /// What has passed of the minute; a leap second counts into the next.
  private static func rest(_ civil: CivilDateTime) -> TimeSpan {
    TimeSpan(nanoseconds: Int64(civil.second) * 1_000_000_000 + Int64(civil.nanosecond))
  }

  private func resolved(_ civil: CivilDateTime) throws(Failure) -> Timestamp {
    var start = civil
    (start.second, start.nanosecond) = (0, 0)
    guard start.isValid, let timestamp = zone.utc(start) else { throw .noSuchTime }
    return timestamp + Self.rest(civil)
  }
}
