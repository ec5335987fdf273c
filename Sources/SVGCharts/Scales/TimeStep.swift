import CivilTime

/// The spacing of ticks on an axis of time, counted on the calendar in UTC.
///
/// The steps are those of d3-time; weeks start on Monday as ISO 8601 has them, and pairs of days are counted through month ends, so
/// that the last tick of a month does not stand beside the first of the next.
enum TimeStep: Hashable, Sendable {
  case seconds(Int)
  case days(Int)
  case weeks
  case months(Int)
  case years(Int)

  /// More ticks than this are never drawn.
  private static let most = 1_000

  /// All steps up to a year, ascending.
  static let all: [TimeStep] =
    [1, 5, 15, 30, 60, 300, 900, 1_800, 3_600, 10_800, 21_600, 43_200].map { .seconds($0) } + [
      .days(1), .days(2), .weeks, .months(1), .months(3), .years(1),
    ]

  /// The length in seconds, of months and years the usual one.
  var length: Double {
    switch self {
    case .seconds(let count): Double(count)
    case .days(let count): Double(count) * 86_400
    case .weeks: 604_800
    case .months(let count): Double(count) * 2_592_000
    case .years(let count): Double(count) * 31_536_000
    }
  }

  /// Every start of an interval from `first` to `last`, both included.
  func starts(from first: Timestamp, to last: Timestamp) -> [Timestamp] {
    let index = index(of: first)
    // The interval that holds the first instant starts before it, perhaps before any ``Timestamp``.
    return (index...index + Self.most).lazy.map { start($0) }.prefix { $0 ?? first <= last }.compactMap { $0 }.filter { $0 >= first }
  }

  /// Number of the interval that holds an instant, counted from the epoch, or from year 0.
  private func index(of time: Timestamp) -> Int {
    let civil = CivilDateTime(time)
    let day = CivilDateTime.daysSinceEpoch(year: civil.year, month: civil.month, day: civil.day)
    switch self {
    case .seconds(let count):
      let second = Self.quotient(Int(time.nanoseconds), 1_000_000_000)
      return Self.quotient(second, count)
    case .days(let count): return Self.quotient(day, count)
    case .weeks: return (day + 3 - civil.weekday) / 7
    case .months(let count): return (civil.year * 12 + civil.month - 1) / count
    case .years(let count): return civil.year / count
    }
  }

  /// Start of the interval with a number; nil outside the range of ``Timestamp``.
  private func start(_ index: Int) -> Timestamp? {
    switch self {
    case .seconds(let count): return Timestamp(seconds: Int64(index) * Int64(count))
    case .days(let count): return Timestamp(seconds: Int64(index * count) * 86_400)
    case .weeks: return Timestamp(seconds: Int64(index * 7 - 3) * 86_400)
    case .months(let count):
      return CivilDateTime(year: index * count / 12, month: index * count % 12 + 1, day: 1).utc
    case .years(let count): return CivilDateTime(year: index * count, month: 1, day: 1).utc
    }
  }

  /// What a tick says: the clock within a day, the date at its start, the month or the year at theirs.
  func label(_ time: Timestamp) -> String {
    let civil = CivilDateTime(time)
    let month = CivilDateTime.monthNames[civil.month - 1]
    let isMidnight = civil.hour == 0 && civil.minute == 0 && civil.second == 0
    switch self {
    case .seconds(let count) where !isMidnight:
      let clock = "\(Self.twoDigits(civil.hour)):\(Self.twoDigits(civil.minute))"
      return count < 60 ? clock + ":" + Self.twoDigits(civil.second) : clock
    case .seconds, .days, .weeks: return "\(civil.day) \(month)"
    case .months: return civil.month == 1 ? String(civil.year) : month
    case .years: return String(civil.year)
    }
  }

  /// The quotient rounded down, below zero too.
  private static func quotient(_ number: Int, _ divisor: Int) -> Int {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
