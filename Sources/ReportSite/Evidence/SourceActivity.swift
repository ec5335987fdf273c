import CivilTime
import LogQuery

/// How many rows a source has in each hour: asked of every source in the same pass, to check the ledger, find gaps and draw the sparkline.
struct SourceActivity {
  /// A stretch of whole hours without a row.
  struct Gap {
    var start: Timestamp
    var end: Timestamp

    /// Its length; at most what a span can hold.
    var span: TimeSpan {
      let (length, overflow) = end.nanoseconds.subtractingReportingOverflow(start.nanoseconds)
      return TimeSpan(nanoseconds: overflow ? .max : length)
    }
  }

  /// The width of its bins.
  static let width = TimeSpan.hours(1)

  /// Rows counted, with or without a time.
  let counted: Int
  /// Rows by hour, in order of time, hours without a row left out.
  let hours: [(start: Timestamp, rows: Int)]

  /// The question: rows by hour where the source has times, else their number.
  static func query(timeColumn: String?) -> Query {
    Query(groups: timeColumn.map { [.timeBin(column: $0, width: width)] } ?? [])
  }

  /// Reads the answer.
  init(_ answer: ResultTable) {
    counted = answer.matched
    hours = answer.rows.compactMap { row in
      guard case .time(let start)? = row.keys.first else { return nil }
      return (start, row.count)
    }.sorted { $0.start < $1.start }
  }

  /// Stretches of at least one whole hour without a row, in order of time.
  var gaps: [Gap] {
    zip(hours, hours.dropFirst()).compactMap { before, after in
      let end = before.start + Self.width
      return end < after.start ? Gap(start: end, end: after.start) : nil
    }
  }

  /// Hours since the epoch: times in nanoseconds may lie too far apart to be subtracted.
  private static func number(_ start: Timestamp) -> Int64 { start.floored(to: width).nanoseconds / width.nanoseconds }

  /// Rows in at most `most` bins of equal width from the first hour to the last, and that width.
  func bins(most: Int) -> (counts: [Int], width: TimeSpan) {
    guard let first = hours.first, let last = hours.last else { return ([], Self.width) }
    let firstHour = Self.number(first.start)
    let hourCount = Self.number(last.start) - firstHour + 1
    let choices: [Int64] = [1, 3, 6, 12, 24, 48, 168, 720, 2_160, 8_760]
    let perBin = choices.first { hourCount <= Int64(most) * $0 } ?? (hourCount + Int64(most) - 1) / Int64(most)
    var counts = Array(repeating: 0, count: Int((hourCount + perBin - 1) / perBin))
    for hour in hours {
      counts[Int((Self.number(hour.start) - firstHour) / perBin)] += hour.rows
    }
    return (counts, .hours(perBin))
  }
}
