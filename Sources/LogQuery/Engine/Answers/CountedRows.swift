/// Makes the rows of an answer from what was counted, one at a time. Nothing in it changes any more.
final class CountedRows: @unchecked Sendable {
  private let groups: OrderedGroups
  private let keys: GroupKeys
  private let columns: [MeasureColumn?]

  /// Rows of groups with measures, each by the places of the groups; nil for the number of rows.
  init(_ groups: OrderedGroups, _ keys: GroupKeys, _ columns: [MeasureColumn?]) {
    self.groups = groups
    self.keys = keys
    self.columns = columns
  }

  /// Number of rows.
  var count: Int { groups.count }

  /// The row at a place, from 0.
  func row(_ place: Int) -> ResultTable.Row {
    let group = groups[place]
    return ResultTable.Row(
      keys: keys.values(group.key), values: columns.map { $0?[place] ?? .integer(Int64(group.rows)) }, count: group.rows)
  }
}
