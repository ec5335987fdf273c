import CivilTime
import LogRecords
import SafeText

/// The answer to a query.
///
/// `matched = rows + rest + noValue`, in rows of the log: see ``ledgerBalances``.
public struct ResultTable: Hashable, Sendable {
  /// The query answered.
  public var query: Query
  /// Groups kept: largest first measure first, ties by key (numeric order where all keys are integers, else by bytes, key by key);
  /// under `top.prefix` by the value of the prefix, then of the group. With a time bin as the first key: in order of time.
  public var rows: GroupRows
  /// Everything `top` left out, merged exactly: one row for each value of the keys after the prefix (one row without keys if there are none);
  /// and every row past the group limit, in the row without keys.
  public var rest: GroupRows
  /// Where `top.prefix` is only some of the keys: each prefix in `rows` as one group, largest first, and last, without keys, all in `rest`
  /// together if there are any; else empty.
  public var prefixes: [Row]
  /// Number of groups before `top`, those whose first measure has no value too; past the group limit only those told apart.
  public var groupCount: Int
  /// Number of groups (of the prefix's keys) merged into `rest`; past the group limit only those told apart.
  public var restGroups: Int
  /// Rows of the log that are past the group limit: in `rest` and in `totals`, of nobody knows how many groups; 0 where the limit was not
  /// reached.
  public var rowsPastLimit: Int
  /// The groups pinned that are not among `rows`.
  public var pinned: [Row]
  /// The measures over all matching rows that have a key.
  public var totals: [Value]
  /// The statistics for which no matching row that has a key has a number.
  public var withoutNumbers: [Measure]
  /// In how many groups each value of the first measure occurs, over all groups before `top`, ascending by value: enough for exact quantiles,
  /// and histograms of a measure per group; groups without a value, and all past the group limit, are left out.
  public var distribution: SampleList
  /// Where the only key is a number: in how many rows each number stands, ascending, of all groups before `top`; else empty.
  public var keyDistribution: SampleList
  /// The first and the last time of all rows of the source, whether or not they match; nil if no row has a time.
  public var span: ClosedRange<Timestamp>?
  /// The width of the time bin; nil if there is none, or no row has a time.
  public var binWidth: TimeSpan?
  /// Rows of the log that matched the filter.
  public var matched: Int
  /// Of these, rows without a value for a key (a time bin over a cell that is no time, a number over text).
  public var noValue: Int
  /// References of the first matching rows, in file order.
  public var references: [RowReference]

  /// One group.
  public struct Row: Hashable, Sendable {
    /// One value a group key: text, time or number.
    public var keys: [Value]
    /// One value a measure.
    public var values: [Value]
    /// Number of rows of the log in it.
    public var count: Int

    /// A group of `count` rows.
    public init(keys: [Value], values: [Value], count: Int) {
      self.keys = keys
      self.values = values
      self.count = count
    }
  }

  /// An answer, by its parts.
  public init(
    query: Query,
    rows: GroupRows = [],
    rest: GroupRows = [],
    prefixes: [Row] = [],
    groupCount: Int = 0,
    restGroups: Int = 0,
    rowsPastLimit: Int = 0,
    pinned: [Row] = [],
    totals: [Value] = [],
    withoutNumbers: [Measure] = [],
    distribution: SampleList = [],
    keyDistribution: SampleList = [],
    span: ClosedRange<Timestamp>? = nil,
    binWidth: TimeSpan? = nil,
    matched: Int = 0,
    noValue: Int = 0,
    references: [RowReference] = []
  ) {
    self.query = query
    self.rows = rows
    self.rest = rest
    self.prefixes = prefixes
    self.groupCount = groupCount
    self.restGroups = restGroups
    self.rowsPastLimit = rowsPastLimit
    self.pinned = pinned
    self.totals = totals
    self.withoutNumbers = withoutNumbers
    self.distribution = distribution
    self.keyDistribution = keyDistribution
    self.span = span
    self.binWidth = binWidth
    self.matched = matched
    self.noValue = noValue
    self.references = references
  }

  /// Whether there are more groups than were told apart: how many, and which are the largest, is then not known.
  public var isPastLimit: Bool { rowsPastLimit > 0 }

  /// Whether every matching row is in exactly one place.
  public var ledgerBalances: Bool { matched == rows.reduce(0) { $0 + $1.count } + rest.reduce(0) { $0 + $1.count } + noValue }
}
