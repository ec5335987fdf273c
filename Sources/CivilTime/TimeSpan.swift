/// A span of time in whole nanoseconds, at most 292 years either way.
///
/// The standard library's `Duration` holds attoseconds in 128 bits; spans between log times need neither, and a
/// 64-bit value can be a cell, a key and a bin width.
public struct TimeSpan: Hashable, Comparable, Sendable {
  /// Length in nanoseconds; negative for a step back.
  public var nanoseconds: Int64

  /// A span by its nanoseconds.
  @inlinable
  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// A span of whole seconds; traps beyond 292 years.
  @inlinable
  public static func seconds(_ count: Int64) -> TimeSpan { TimeSpan(nanoseconds: count * 1_000_000_000) }
  /// A span of whole minutes.
  @inlinable
  public static func minutes(_ count: Int64) -> TimeSpan { seconds(count * 60) }
  /// A span of whole hours.
  @inlinable
  public static func hours(_ count: Int64) -> TimeSpan { seconds(count * 3_600) }
  /// A span of whole 24-hour days.
  @inlinable
  public static func days(_ count: Int64) -> TimeSpan { seconds(count * 86_400) }

  /// How long before the epoch, a Thursday, the interval of this length began that holds it: whole weeks start on a Monday, all else at
  /// the epoch.
  @inlinable
  public var lead: Int64 { nanoseconds % 604_800_000_000_000 == 0 ? 259_200_000_000_000 : 0 }

  /// In order of their length.
  @inlinable
  public static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.nanoseconds < right.nanoseconds }

  /// A literal such as `10m`, `1h30m`, `250ms`, `7d`, `2w`: whole numbers with the units w, d, h, m, s, ms, us, ns, in any
  /// order; nil for anything else and for what overflows.
  public init?(literal: String) {
    var total: Int64 = 0
    var bytes = Substring(literal).utf8
    guard !bytes.isEmpty else { return nil }
    while !bytes.isEmpty {
      let digits = bytes.prefix { $0 >= 0x30 && $0 <= 0x39 }
      bytes = bytes.dropFirst(digits.count)
      let letters = bytes.prefix { $0 < 0x30 || $0 > 0x39 }
      bytes = bytes.dropFirst(letters.count)
      guard let count = Int64(Substring(digits)), let unit = Self.units[String(Substring(letters))] else { return nil }
      let (span, overflow) = count.multipliedReportingOverflow(by: unit)
      let (sum, overflowed) = total.addingReportingOverflow(span)
      guard !overflow, !overflowed else { return nil }
      total = sum
    }
    nanoseconds = total
  }

  private static let units: [String: Int64] = [
    "w": 604_800_000_000_000, "d": 86_400_000_000_000, "h": 3_600_000_000_000, "m": 60_000_000_000, "s": 1_000_000_000,
    "ms": 1_000_000, "us": 1_000, "ns": 1,
  ]
}
