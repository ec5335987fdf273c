import CivilTime

/// Finds the year of times that carry none, from the year of the first and the order of the rest.
///
/// A step back of more than ``halfYear`` days is the turn of a year; a smaller one is a clock set back or a line that came late. A line of
/// late December that comes after the turn still belongs to the old year if it is at most a day behind.
struct YearClock {
  /// More days back than this mean that a year has turned.
  static let halfYear = 183

  /// The year that has been reached.
  private(set) var year: Int
  /// How often it turned.
  private(set) var turns = 0
  /// The day of the line before, since the epoch.
  private var lastDay: Int?

  /// A clock before the first record.
  init(firstYear: Int) { year = firstYear }

  /// The year of the next time. Call in the order of the lines.
  mutating func advance(month: Int, day: Int) -> Int {
    let candidate = CivilDateTime.daysSinceEpoch(year: year, month: month, day: day)
    guard let last = lastDay else {
      lastDay = candidate
      return year
    }
    if candidate < last - Self.halfYear {
      year += 1
      turns += 1
      lastDay = CivilDateTime.daysSinceEpoch(year: year, month: month, day: day)
      return year
    }
    if turns > 0, candidate > last + Self.halfYear, last - CivilDateTime.daysSinceEpoch(year: year - 1, month: month, day: day) <= 1 {
      return year - 1
    }
    lastDay = candidate
    return year
  }
}
