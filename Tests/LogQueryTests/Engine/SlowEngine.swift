import CivilTime
import LogQuery
import LogRecords
import SafeText

/// Answers queries over rows in memory the slow and obvious way: groups are lists of rows, and every value is worked out from its list.
struct SlowEngine {
  let columns: [Column]
  let rows: [[ByteString?]]
  let references: [RowReference]

  func answer(_ query: Query) -> ResultTable {
    let times = rows.indices.compactMap { time($0, "time") }.sorted()
    var settled = query
    for (index, group) in query.groups.enumerated() {
      if case .chosenTimeBin(let column, let most) = group, let first = times.first, let last = times.last {
        settled.groups[index] = .timeBin(column: column, width: Self.width(from: first, to: last, most: most))
      }
    }
    var table = answerByKnownBins(settled)
    table.query = query
    if let first = times.first, let last = times.last {
      table.span = first...last
      for case .timeBin(_, let width) in settled.groups { table.binWidth = width }
    }
    return table
  }

  private static func width(from first: Timestamp, to last: Timestamp, most: Int) -> TimeSpan {
    TimelineGrid.ladder.first { width in
      var count = 1
      var start = first.floored(to: width)
      while start < last.floored(to: width) {
        start = start + width
        count += 1
      }
      return count <= most
    } ?? .days(364)
  }

  private func answerByKnownBins(_ query: Query) -> ResultTable {
    let matching = rows.indices.filter { row in
      query.filter.map { SlowRowEvaluator(columns: columns, row: rows[row]).truth($0) } ?? true
    }
    var table = ResultTable(query: query, matched: matching.count)
    table.references = matching.prefix(query.rowLimit).map { references[$0] }
    var groups: [[Value]: [Int]] = [:]
    for row in matching {
      let keys = query.groups.map { key(row, $0) }
      if keys.contains(nil) { table.noValue += 1 } else { groups[keys.compactMap(\.self), default: []].append(row) }
    }
    if query.groups.isEmpty { groups = [[]: matching] }
    // The first groups in the order of their first rows; the rows of all others are one list.
    var pastLimit: [Int] = []
    if let limit = query.groupLimit, !query.groups.isEmpty {
      for (keys, rows) in groups.sorted(by: { $0.value[0] < $1.value[0] }).dropFirst(limit) {
        pastLimit += rows
        groups[keys] = nil
      }
    }
    table.rowsPastLimit = pastLimit.count
    table.groupCount = groups.count
    let keyed = groups.values.flatMap(\.self) + pastLimit
    table.totals = query.measures.map { measure($0, keyed) }
    table.withoutNumbers = query.measures.filter { measure in
      guard case .statistic(_, let column) = measure else { return false }
      return keyed.allSatisfy { row in cell(row, column).flatMap { NumberParser.parse($0.bytes) } == nil }
    }
    var weights: [Double: Int] = [:]
    for rows in groups.values {
      if let value = query.measures.first.flatMap({ measure($0, rows).number }) { weights[value, default: 0] += 1 }
    }
    table.distribution = SampleList(weights.map { .init(value: $0.key, weight: $0.value) }.sorted { $0.value < $1.value })
    if case .number? = query.groups.first, query.groups.count == 1 {
      table.keyDistribution = SampleList(
        groups.compactMap { key, rows in key[0].number.map { .init(value: $0, weight: rows.count) } }.sorted {
          ($0.value, $0.weight) < ($1.value, $1.weight)
        })
    }

    let prefix = min(query.top?.prefix ?? query.groups.count, query.groups.count)
    let areIntegers = query.groups.indices.map { place in
      groups.keys.allSatisfy { keys in isInteger(keys[place]) ?? true }
    }
    func isBefore(_ left: [Value], _ right: [Value], from start: Int = 0) -> Bool {
      for place in left.indices where left[place] != right[place] {
        return order(left[place], right[place], asInteger: areIntegers[start + place])
      }
      return false
    }
    func weight(_ rows: [Int]) -> Double { query.measures.first.flatMap { measure($0, rows).number } ?? -.infinity }
    var prefixes: [[Value]: [Int]] = [:]
    for (keys, rows) in groups { prefixes[Array(keys.prefix(prefix)), default: []] += rows }
    let weights2 = prefixes.mapValues(weight)
    let ordered = weights2.sorted { $0.value == $1.value ? isBefore($0.key, $1.key) : $0.value > $1.value }.map(\.key)
    let keptPrefixes = query.groups.isEmpty ? ordered : Array(ordered.prefix(query.top?.count ?? .max))
    let isTimeline = if case .timeBin? = query.groups.first { true } else { false }
    let usesPrefix = query.top != nil && prefix < query.groups.count

    func sorted(_ some: [[Value]], byPrefix: Bool) -> [[Value]] {
      some.sorted { left, right in
        if isTimeline, left[0] != right[0] { return order(left[0], right[0], asInteger: false) }
        let (first, second) = (Array(left.prefix(prefix)), Array(right.prefix(prefix)))
        if byPrefix, !isTimeline, first != second {
          let (one, other) = (weights2[first] ?? 0, weights2[second] ?? 0)
          return one == other ? isBefore(first, second) : one > other
        }
        let (value, other) = (weight(groups[left] ?? []), weight(groups[right] ?? []))
        return value == other ? isBefore(left, right) : value > other
      }
    }
    func result(_ keys: [Value], _ rows: [Int]) -> ResultTable.Row {
      .init(keys: keys, values: query.measures.map { measure($0, rows) }, count: rows.count)
    }
    let kept = groups.keys.filter { keptPrefixes.contains(Array($0.prefix(prefix))) }
    table.rows = GroupRows(sorted(kept, byPrefix: usesPrefix).map { result($0, groups[$0] ?? []) })
    let left = groups.keys.filter { !kept.contains($0) }
    let pinned = left.filter { keys in query.pinned.contains { isSame($0, keys.first) } }
    table.pinned = sorted(pinned, byPrefix: false).map { result($0, groups[$0] ?? []) }
    table.restGroups = Set(left.map { Array($0.prefix(prefix)) }).count
    var rest: [[Value]: [Int]] = [:]
    for keys in left { rest[Array(keys.dropFirst(prefix)), default: []] += groups[keys] ?? [] }
    if !pastLimit.isEmpty, prefix == query.groups.count { rest[[], default: []] += pastLimit }
    let restIsTimeline = if prefix < query.groups.count, case .timeBin = query.groups[prefix] { true } else { false }
    let orderedRest = rest.sorted { one, other in
      if restIsTimeline, one.key[0] != other.key[0] { return order(one.key[0], other.key[0], asInteger: false) }
      let (value, otherValue) = (weight(one.value), weight(other.value))
      return value == otherValue ? isBefore(one.key, other.key, from: prefix) : value > otherValue
    }
    let withoutKeys = !pastLimit.isEmpty && prefix < query.groups.count ? [result([], pastLimit)] : []
    table.rest = GroupRows(orderedRest.map { result($0.key, $0.value) } + withoutKeys)
    if usesPrefix {
      table.prefixes = keptPrefixes.map { result($0, prefixes[$0] ?? []) }
      let others = left.flatMap { groups[$0] ?? [] } + pastLimit
      if !others.isEmpty { table.prefixes.append(result([], others)) }
    }
    return table
  }

  private func cell(_ row: Int, _ name: String) -> ByteString? { columns.index(named: name).flatMap { rows[row][$0] } }

  private func time(_ row: Int, _ name: String) -> Timestamp? { cell(row, name).flatMap { TimestampParser().parse($0.bytes) } }

  private func key(_ row: Int, _ key: GroupKey) -> Value? {
    let cell = cell(row, key.column)
    switch key {
    case .column(let name):
      guard let cell else { return .missing }
      let isOutcome = columns.index(named: name).map { columns[$0].role == .outcome } ?? false
      return .text(isOutcome ? OutcomeParser.parse(cell.bytes)?.text ?? "" : cell)
    case .timeBin(let name, let width): return time(row, name).map { .time($0.floored(to: width)) }
    case .chosenTimeBin: return nil
    case .number: return cell.flatMap { NumberParser.parse($0.bytes) }.map(value)
    }
  }

  private func value(_ number: Number) -> Value {
    switch number {
    case .integer(let integer): .integer(integer)
    case .decimal(let double): .decimal(double)
    }
  }

  private func measure(_ measure: Measure, _ rows: [Int]) -> Value {
    switch measure {
    case .count: return .integer(Int64(rows.count))
    case .distinct(let column): return .integer(Int64(Set(rows.compactMap { cell($0, column) }).count))
    case .statistic(let statistic, let column):
      let numbers = rows.compactMap { cell($0, column).flatMap { NumberParser.parse($0.bytes)?.double } }.sorted()
      guard !numbers.isEmpty else { return .missing }
      // The tests' numbers are eighths, which doubles add without error.
      let sum = numbers.reduce(0, +)
      let double =
        switch statistic {
        case .sum: sum
        case .mean: sum / Double(numbers.count)
        case .min: numbers[0]
        case .max: numbers[numbers.count - 1]
        case .median: quantile(0.5, numbers)
        case .p95: quantile(0.95, numbers)
        }
      return Int64(exactly: double).map(Value.integer) ?? .decimal(double)
    }
  }

  private func quantile(_ fraction: Double, _ sorted: [Double]) -> Double {
    let position = Double(sorted.count - 1) * fraction
    let low = Int(position)
    let (first, second) = (sorted[low], sorted[min(low + 1, sorted.count - 1)])
    let part = position - Double(low)
    return part < 0.5 ? first + (second - first) * part : second - (second - first) * (1 - part)
  }

  private func isInteger(_ value: Value) -> Bool? {
    guard case .text(let text) = value else { return nil }
    return Int64(text.visible).map { ByteString(String($0)) == text } ?? false
  }

  private func order(_ left: Value, _ right: Value, asInteger: Bool) -> Bool {
    switch (left, right) {
    case (.time(let first), .time(let second)): return first < second
    case (.missing, _): return true
    case (_, .missing): return false
    case (.text(let first), .text(let second)):
      if asInteger, let one = Int64(first.visible), let other = Int64(second.visible) { return one < other }
      return first < second
    default: return (left.number ?? 0) < (right.number ?? 0)
    }
  }

  private func isSame(_ text: ByteString, _ key: Value?) -> Bool {
    switch key {
    case .text(let other): text == other
    case .integer(let integer): text == ByteString(String(integer))
    case .time(let time): text == ByteString(time.rfc3339)
    default: false
    }
  }
}
