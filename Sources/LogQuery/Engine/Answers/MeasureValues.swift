import SafeText
import Statistics

/// Works out measures over classes of groups: each group for itself, all together, or those left over.
struct MeasureValues {
  let totals: ScanTotals
  let keys: GroupKeys

  /// Groups sorted into classes.
  struct Classes {
    /// Number of classes.
    var count: Int
    /// The class of a group, from 0; nil for a group that is in none.
    var of: (WordPair) -> Int?
    /// Rows in each class.
    var rows: [Int]
    /// Whether no class has more than one group.
    var areGroups: Bool
  }

  /// The value of a measure for each class.
  func values(_ measure: ScanPlan.MeasurePlan, over classes: Classes) -> [Value] {
    switch measure {
    case .count: classes.rows.map { .integer(Int64($0)) }
    case .distinct(let counter): distinct(totals.counters[counter], classes)
    case .summary(let index, let statistic): summaries(totals.summaries[index], classes).map { $0.value(statistic) }
    case .quantile(let counter, let statistic): quantiles(totals.counters[counter], statistic == .median ? 0.5 : 0.95, classes)
    }
  }

  private func distinct(_ counted: CountedKeys, _ classes: Classes) -> [Value] {
    if keys.sources.isEmpty { return [.integer(Int64(counted.textCount))] }
    var counts = Array(repeating: Int64(0), count: classes.count)
    let seen = KeyIndex<WordPair>(totals.reader.dictionary.room)
    counted.forEach { key, _ in
      let value = keys.last(key)
      guard value != KeyWord.missing, let index = classes.of(keys.withoutLast(key)) else { return }
      if !classes.areGroups {
        let known = seen.count
        guard seen.number(of: WordPair(first: UInt64(index), second: value)) == known else { return }
      }
      counts[index] += 1
    }
    return counts.map(Value.integer)
  }

  private func summaries(_ table: SummaryTable, _ classes: Classes) -> [NumberSummary] {
    var summaries = Array(repeating: NumberSummary(), count: classes.count)
    table.forEach { key, summary in
      if let index = classes.of(key) { summaries[index].merge(summary) }
    }
    return summaries
  }

  private func quantiles(_ counted: CountedKeys, _ fraction: Double, _ classes: Classes) -> [Value] {
    var samples = BudgetedArray<ClassSample>(totals.reader.dictionary.room.budget)
    counted.forEach { key, count in
      guard let index = classes.of(keys.withoutLast(key)) else { return }
      let value = totals.reader.number(keys.last(key)).double
      samples.append(ClassSample(number: index, sample: WeightedSample(value: value, weight: count)))
    }
    samples.sort { ($0.number, $0.sample.value) < ($1.number, $1.sample.value) }
    var values: [Value] = []
    var end = 0
    for number in 0..<classes.count {
      let start = end
      while end < samples.count, samples[end].number == number { end += 1 }
      let slice = unsafe UnsafeBufferPointer(rebasing: samples.buffer[start..<end]).lazy.map(\.sample)
      values.append(unsafe Quantiles.quantile(fraction, of: slice).map(Value.number) ?? .missing)
    }
    return values
  }

  /// A number of a class and how often it occurs.
  private struct ClassSample: BitwiseCopyable {
    var number: Int
    var sample: WeightedSample
  }
}
