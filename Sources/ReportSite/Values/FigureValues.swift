import LogQuery
import SafeText

/// What `{{…}}` and claims can say about a figure.
struct FigureValues {
  /// One group, or one bin.
  struct Group {
    var keys: [Value]
    var values: [Value]
  }

  /// How `share(…)` counts.
  enum ShareRule {
    /// The key's value ÷ the total.
    case ofTotal
    /// Samples equal to the number ÷ samples.
    case ofSamples
    /// Bins hold ranges: nothing can be said of one number.
    case binned
  }

  /// Texts of the measures, in the order of a group's values.
  var measures: [String]
  /// Groups as drawn, without "other".
  var groups: [Group]
  /// The measures over all matching rows.
  var totals: [Value]
  /// Groups before `top`; a histogram's samples.
  var rows: Int
  /// Values of the first measure over all groups, with the number of groups; a histogram's samples.
  var samples: SampleList
  /// Groups named in a `share("…")` that are not drawn.
  var pinned: [Group]
  /// How `share(…)` counts.
  var share: ShareRule
  /// How many groups were told apart, if there are more: of the others only the rows are known.
  var groupLimit: Int?

  /// The values of a table of groups.
  init(_ table: ResultTable) {
    measures = table.query.measures.map(\.text)
    groups = table.rows.map { Group(keys: $0.keys, values: $0.values) }
    totals = table.totals
    rows = table.groupCount
    samples = table.distribution
    pinned = table.pinned.map { Group(keys: $0.keys, values: $0.values) }
    share = .ofTotal
    groupLimit = table.isPastLimit ? table.groupCount : nil
  }

  /// Values that belong to no table of groups.
  init(measures: [String], groups: [Group], totals: [Value], rows: Int, samples: SampleList = [], share: ShareRule) {
    self.measures = measures
    self.groups = groups
    self.totals = totals
    self.rows = rows
    self.samples = samples
    pinned = []
    self.share = share
  }

  /// Names of the members there are, for "did you mean".
  static let members = ["total", "rows", "first", "last", "max", "min", "mean", "median", "share", "surprise"]
}
