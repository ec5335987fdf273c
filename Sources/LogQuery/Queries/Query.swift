import CivilTime
import SafeText

/// A question to a source: plain values, no closures, so that an engine may run it in a scan or turn it into SQL.
public struct Query: Hashable, Sendable {
  /// Which rows; nil for all. Names in it are columns or roles of the source.
  public var filter: Expression?
  /// What rows are grouped by; empty for one group of all rows.
  public var groups: [GroupKey]
  /// What is computed for each group; the first one orders the groups.
  public var measures: [Measure]
  /// How many groups are kept, by value of the first `Top.prefix` keys; nil for all of them.
  public var top: Top?
  /// The most intervals of a time bin, from the first time of the source to the last: where there are more, all groups are merged into one
  /// row of the rest; nil for no limit.
  public var mostBins: Int?
  /// The most groups that are told apart: the first so many in the order of the log's rows. Rows of all others are counted together, and
  /// nothing is kept of their keys, so that whoever writes a log cannot fill the memory with names. Only rows can be counted so; nil for
  /// no limit.
  public var groupLimit: Int?
  /// Groups that are reported whether or not they are in the top (for `f.share("admin")`): values of the first key.
  public var pinned: Set<ByteString>
  /// Row references kept: the first this many matching rows in file order, for evidence tables.
  public var rowLimit: Int

  /// The largest groups.
  public struct Top: Hashable, Sendable {
    /// How many.
    public var count: Int
    /// How many of the leading keys make a group here: for a stacked bar 1 of 2, so that a bar keeps all its parts.
    public var prefix: Int

    /// The `count` largest values of the first `prefix` keys.
    public init(_ count: Int, prefix: Int = 1) {
      self.count = count
      self.prefix = prefix
    }
  }

  /// A query; by default the number of all rows.
  public init(
    filter: Expression? = nil, groups: [GroupKey] = [], measures: [Measure] = [.count], top: Top? = nil, mostBins: Int? = nil,
    groupLimit: Int? = nil, pinned: Set<ByteString> = [], rowLimit: Int = 0
  ) {
    self.filter = filter
    self.groups = groups
    self.measures = measures
    self.top = top
    self.mostBins = mostBins
    self.groupLimit = groupLimit
    self.pinned = pinned
    self.rowLimit = rowLimit
  }
}

/// What rows are grouped by.
public enum GroupKey: Hashable, Sendable {
  /// The bytes of a column's cell, or `success`/`failure`/`unknown` for the column with the outcome role.
  case column(String)
  /// The start of the interval of a width that holds the column's time: counted from the epoch, whole weeks from a Monday.
  case timeBin(column: String, width: TimeSpan)
  /// The same for the source's column of times, in the shortest width of ``TimelineGrid/ladder`` that needs at most `most` intervals from the
  /// first row of the source to the last, whether or not they match; see ``ResultTable/binWidth``.
  case chosenTimeBin(column: String, most: Int)
  /// The column's number: `7` and `7.0` are one key; cells that are not numbers are "no value".
  case number(column: String)

  /// The column it reads.
  public var column: String {
    switch self {
    case .column(let name), .timeBin(let name, _), .chosenTimeBin(let name, _), .number(let name): name
    }
  }

  /// Whether it is a time bin.
  public var isTime: Bool {
    switch self {
    case .timeBin, .chosenTimeBin: true
    case .column, .number: false
    }
  }
}
