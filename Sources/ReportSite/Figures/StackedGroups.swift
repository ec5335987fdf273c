import LogQuery
import SafeText

/// Groups split by a second column, the most frequent parts by themselves and the rest of them together.
struct StackedGroups {
  /// Most parts told apart; the rest is "other".
  static let mostSeries = 5

  /// The parts, largest first; the last may be "other (N)".
  let series: [ByteString]
  /// One list of values a group, in the order of `series`.
  let parts: [[Double]]
  /// The same for everything that `top` left out.
  let restParts: [Double]

  /// The sums of all groups, drawn or not.
  var totals: [Double] {
    series.indices.map { index in parts.reduce(restParts[index]) { $0 + $1[index] } }
  }

  /// Splits `groups` by the last key of `split`.
  init(groups: ResultTable, split: ResultTable) {
    var totals: [Value: Double] = [:]
    for row in [split.rows, split.rest].joined() { totals[row.keys.last ?? .missing, default: 0] += row.values.first?.number ?? 0 }
    let ordered = totals.sorted { left, right in
      if left.value != right.value { return left.value > right.value }
      // A log may spell the words for "no value" itself.
      if (left.key == .missing) != (right.key == .missing) { return left.key == .missing }
      return FigureText.key(left.key) < FigureText.key(right.key)
    }
    let shownCount = ordered.count <= Self.mostSeries ? ordered.count : Self.mostSeries - 1
    let shown = ordered.prefix(shownCount).map(\.key)
    var names = shown.map { FigureText.label($0) }
    if ordered.count > shownCount { names.append(ByteString("other (\(ordered.count - shownCount))")) }
    let position = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($0.element, $0.offset) })

    let count = names.count
    let groupIndex = Dictionary(uniqueKeysWithValues: groups.rows.enumerated().map { ($0.element.keys, $0.offset) })
    var parts = Array(repeating: Array(repeating: 0.0, count: count), count: groups.rows.count)
    for row in split.rows {
      guard let group = groupIndex[Array(row.keys.dropLast())] else { continue }
      parts[group][position[row.keys.last ?? .missing] ?? count - 1] += row.values.first?.number ?? 0
    }
    var restParts = Array(repeating: 0.0, count: count)
    for row in split.rest { restParts[position[row.keys.last ?? .missing] ?? count - 1] += row.values.first?.number ?? 0 }
    series = names
    self.parts = parts
    self.restParts = restParts
  }
}
