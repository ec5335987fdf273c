import CivilTime
import LogRecords

/// Finds the year of a file's first record from the time the file was last written, for `collect` only: a build never guesses.
///
/// The last record can't be later than the file itself, so it is of the last year that lets it be earlier; the years that turned on the
/// way are counted back from there.
public struct YearInference {
  /// Years are only counted, so any year will do; in a leap year 29 February exists.
  private static let anyYear = 2_000

  private var clock = YearClock(firstYear: anyYear)
  private var first: SyslogStamp?
  private var firstYearless: CivilDateTime?
  private var last: CivilDateTime?
  /// How many years after the first a 29 February stood.
  private var leapTurns: Set<Int> = []

  /// An inference that has seen nothing.
  public init() {}

  /// Looks at the whole lines among the bytes.
  ///
  /// - Parameters:
  ///   - bytes: begins at a line.
  ///   - isLast: whether the file ends with `bytes`.
  /// - Returns: the number of bytes looked at.
  public mutating func scan(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> Int {
    let buffer = unsafe ByteSlice(bytes)
    var position = buffer.start
    while position < buffer.end {
      let rest = buffer.from(position)
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      if end == nil, !isLast { break }
      look(at: rest.to(end ?? rest.end))
      position = (end ?? buffer.end - 1) + 1
    }
    return position
  }

  /// The year of the first record of a file last written at `modified`; nil if no record lacks a year.
  ///
  /// A day is allowed for zones. Where a 29 February stands, the last years are taken that have one.
  public func firstYear(modified: Timestamp) -> Int? {
    guard let last else { return nil }
    let latest = CivilDateTime(modified + .days(1))
    let isLater = (last.month, last.day) > (latest.month, latest.day)
    let fitting = latest.year - (isLater ? 1 : 0) - (last.year - Self.anyYear)
    // Leap years come at most eight years apart.
    let leaping = (0...8).map { fitting - $0 }.first { first in
      leapTurns.allSatisfy { CivilDateTime.days(inMonth: 2, year: first + $0) == 29 }
    }
    return leaping ?? fitting
  }

  /// The year of the first record of a file that continues one whose last record was of `time`; nil if no record lacks a year.
  func firstYear(following time: Timestamp) -> Int? {
    guard let firstYearless else { return nil }
    let before = CivilDateTime(time)
    var clock = YearClock(firstYear: before.year)
    _ = clock.advance(month: before.month, day: before.day)
    return clock.advance(month: firstYearless.month, day: firstYearless.day)
  }

  /// The first time, as options have its zone and year; nil if its year is not known.
  func firstTime(_ options: SourceOptions) -> Timestamp? {
    var clock = StampClock(zone: options.timezone, firstYear: options.year)
    return first.flatMap { try? clock.instant($0) }
  }

  private mutating func look(at line: ByteSlice) {
    guard let stamp = SyslogEnvelope(line, parser: SyslogSample.parser)?.stamp else { return }
    first = first ?? stamp
    guard case .yearless(var civil) = stamp.time else { return }
    firstYearless = firstYearless ?? civil
    civil.year = clock.advance(month: civil.month, day: civil.day)
    last = civil
    if civil.month == 2, civil.day == 29 { leapTurns.insert(civil.year - Self.anyYear) }
  }
}
