import LogRecords
import SafeText

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
    /// Rows in a class.
    var rows: (Int) -> Int
    /// Whether no class has more than one group.
    var areGroups: Bool
  }

  private var room: KeyRoom { totals.reader.dictionary.room }

  /// The value of a measure for each class.
  func values(_ measure: ScanPlan.MeasurePlan, over classes: Classes) -> MeasureColumn {
    switch measure {
    case .count: column(classes) { .integer(Int64(classes.rows($0))) }
    case .distinct(let counter): distinct(totals.counters[counter], classes)
    case .summary(let index, let statistic): summaries(totals.summaries[index], statistic, classes)
    case .quantile(let counter, let statistic): quantiles(totals.counters[counter], statistic == .median ? 0.5 : 0.95, classes)
    }
  }

  private func column(_ classes: Classes, _ number: (Int) -> Number?) -> MeasureColumn {
    MeasureColumn(room.budget, count: classes.count, number)
  }

  private func distinct(_ counted: CountedKeys, _ classes: Classes) -> MeasureColumn {
    if keys.sources.isEmpty { return column(classes) { _ in .integer(Int64(counted.textCount)) } }
    var counts = BudgetedArray(room.budget, repeating: Int64(0), count: classes.count)
    let seen = KeyIndex<WordPair>(room)
    counted.forEach { key, _ in
      let value = keys.last(key)
      guard value != KeyWord.missing, let index = classes.of(keys.withoutLast(key)) else { return }
      if !classes.areGroups {
        let known = seen.count
        guard seen.number(of: WordPair(first: UInt64(index), second: value)) == known else { return }
      }
      counts[index] += 1
    }
    return column(classes) { .integer(counts[$0]) }
  }

  private func summaries(_ table: SummaryTable, _ statistic: Measure.Statistic, _ classes: Classes) -> MeasureColumn {
    var summaries = BudgetedArray(room.budget, repeating: NumberSummary(), count: classes.count)
    table.forEach { key, summary in
      if let index = classes.of(key) { summaries[index].merge(summary) }
    }
    return column(classes) { summaries[$0].value(statistic) }
  }

  private func quantiles(_ counted: CountedKeys, _ fraction: Double, _ classes: Classes) -> MeasureColumn {
    var samples = BudgetedArray<ClassSample>(room.budget)
    counted.forEach { key, count in
      guard let index = classes.of(keys.withoutLast(key)) else { return }
      let number = SplitNumber(totals.reader.number(keys.last(key)))
      samples.append(ClassSample(class: index, sample: NumberQuantile.Sample(number: number, weight: count)))
    }
    samples.sort { $0.class == $1.class ? $0.sample.number < $1.sample.number : $0.class < $1.class }
    var end = 0
    return column(classes) { number in
      let start = end
      while end < samples.count, samples[end].class == number { end += 1 }
      let slice = unsafe UnsafeBufferPointer(rebasing: samples.buffer[start..<end]).lazy.map(\.sample)
      return unsafe NumberQuantile.quantile(fraction, of: slice)
    }
  }

  /// A number of a class and how often it occurs.
  private struct ClassSample: BitwiseCopyable {
    var `class`: Int
    var sample: NumberQuantile.Sample
  }
}
