import CivilTime
import Diagnostics

/// A simulated network intrusion detection system: what it watches, for how long, and which attacks it sees.
///
/// Everything follows from these values: the same simulation gives the same bytes on every machine.
public struct NIDSSimulation: Hashable, Sendable {
  /// How events are written.
  public enum Format: String, CaseIterable, Hashable, Sendable {
    /// `timestamp,user_id,source_ip,destination_ip,action,success`, with a header.
    case csv
    /// One JSON object a line, in the shape of structlog's `JSONRenderer`.
    case jsonl
  }

  /// Number of ordinary events; those of attacks come on top.
  public var rows: Int
  /// Number of users, `user_001` and so on.
  public var users: Int
  /// What all random choices follow from.
  public var seed: UInt64
  /// The end of the span, which no event reaches.
  public var end: Timestamp
  /// Length of the span in hours.
  public var hours: Int
  /// Attacks to add; a kind named twice happens twice.
  public var attacks: [AttackKind]
  /// How events are written.
  public var format: Format

  /// Where the span ends unless said otherwise: 2026-11-02T00:00:00Z, so that a day of events is 1 November 2026.
  public static let defaultEnd = Timestamp(nanoseconds: 1_793_577_600_000_000_000)

  /// A simulation, by default of 1,000 events by 100 users over a day.
  public init(
    rows: Int = 1_000, users: Int = 100, seed: UInt64 = 42, end: Timestamp = defaultEnd, hours: Int = 24, attacks: [AttackKind] = [],
    format: Format = .csv
  ) {
    self.rows = rows
    self.users = users
    self.seed = seed
    self.end = end
    self.hours = hours
    self.attacks = attacks
    self.format = format
  }

  /// The first millisecond of the span, since the epoch.
  var startMilliseconds: Int64 { end.floored(to: TimeSpan(nanoseconds: 1_000_000)).nanoseconds / 1_000_000 - Int64(hours) * 3_600_000 }

  /// Checks that the values make sense together.
  ///
  /// - Throws: wrong usage (64), everything at once.
  public func validate() throws(DiagnosticList) {
    var problems = DiagnosticList()
    func refuse(_ message: String) { problems.append(Diagnostic(.error, .usage, message)) }
    if !Self.rowLimits.contains(rows) { refuse("the number of rows must be from 0 to 1,000,000,000,000, not ‘\(rows)’") }
    if !Self.userLimits.contains(users) { refuse("the number of users must be from 1 to 1,000,000,000, not ‘\(users)’") }
    if !Self.hourLimits.contains(hours) {
      refuse("the number of hours must be from 1 to 87,840 (ten years), not ‘\(hours)’")
    } else if end.nanoseconds < Self.earliestEnd {
      refuse("the end must not lie before the year 1700, not ‘\(end.rfc3339)’")
    }
    if attacks.count > Self.mostAttacks { refuse("at most \(Self.mostAttacks) attacks can be injected, not ‘\(attacks.count)’") }
    for kind in AttackKind.allCases where attacks.contains(kind) && users < kind.fewestUsers && users > 0 {
      refuse("‘\(kind.rawValue)’ needs at least \(kind.fewestUsers) users, not ‘\(users)’")
    }
    if problems.hasErrors { throw problems }
  }

  private static let rowLimits = 0...1_000_000_000_000
  private static let userLimits = 1...1_000_000_000
  private static let hourLimits = 1...87_840
  private static let mostAttacks = 1_000
  /// 1700-01-01T00:00:00Z in nanoseconds since the epoch: ten years later than the first time that a timestamp can hold.
  private static let earliestEnd: Int64 = -8_520_336_000_000_000_000
}
