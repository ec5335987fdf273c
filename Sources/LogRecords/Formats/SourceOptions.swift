import CivilTime

/// What an author or a command says of a source where the file itself is silent.
public struct SourceOptions: Hashable, Sendable {
  /// Name of the format; nil to detect it.
  public var format: String?
  /// Zone of times that carry none: `UTC`, `+02:00` or a name of the IANA database.
  public var timezone: TimeZoneRule
  /// Year of the first record, for times that carry none.
  public var year: Int?
  /// Years that every instant of which a ``Timestamp`` can hold.
  public static let yearLimits = 1_678...2_261

  /// Columns by role, where their names are not recognised.
  public var roles: [ColumnRole: String]
  /// Records outside this half-open period count as filtered.
  public var period: Range<Timestamp>?

  /// Options; by default everything is detected and times without a zone are UTC.
  public init(
    format: String? = nil, timezone: TimeZoneRule = .utc, year: Int? = nil, roles: [ColumnRole: String] = [:],
    period: Range<Timestamp>? = nil
  ) {
    self.format = format
    self.timezone = timezone
    self.year = year
    self.roles = roles
    self.period = period
  }
}
