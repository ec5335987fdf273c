import CivilTime
import LogRecords

extension ScanTotals {
  /// The plan of a query by intervals of a width that is known, and all that was counted for it by them.
  ///
  /// Only after the pass is it known how long a log is. So rows are counted by short intervals, and what was counted is merged here, before
  /// any value is worked out of it: sums stay exact and distinct values are counted once.
  func choosingBins(for plan: ScanPlan.QueryPlan) -> (totals: ScanTotals, plan: ScanPlan.QueryPlan) {
    guard let span, let most = plan.query.mostChosenBins else { return (self, plan) }
    let width = TimelineGrid(from: span.lowerBound, to: span.upperBound, most: most).width
    let counted = plan.coarser.last { $0.bin.map { width.isMade(of: $0.width) } ?? false } ?? plan
    guard let bin = counted.bin, bin.width != width else { return (self, counted) }
    var (totals, chosen) = (self, counted)
    if case .timeBin(let column, _) = counted.sources[bin.key] { chosen.sources[bin.key] = .timeBin(column: column, width: width) }
    let keys = GroupKeys(moving: counted.sources, reader: reader)
    var bins = TimeBin()
    // A value after the keys does not move with them.
    func moved(_ key: WordPair, _ count: Int) -> WordPair? {
      keys.replacing(bin.key, of: count, in: key) { word in
        let start = bins.word(Int64(bitPattern: word), width: width.nanoseconds)
        return start == KeyWord.noValue ? nil : start
      }
    }
    let keyCount = counted.sources.count
    func move(_ counter: Int, _ count: Int) {
      totals.counters[counter] = CountedKeys(counters[counter], wordCount: count, room: reader.dictionary.room) { moved($0, count) }
    }
    if case .whole(let counter)? = counted.counter { move(counter, keyCount) }
    // Two measures may share what was counted, which must move only once.
    for measure in Set(counted.measures.map(\.counted)) {
      switch measure {
      case .rows: break
      case .counter(let counter): move(counter, keyCount + 1)
      case .summary(let index):
        let summaries = SummaryTable(reader.dictionary.room)
        self.summaries[index].forEach { key, summary in if let key = moved(key, keyCount) { summaries.add(summary, to: key) } }
        totals.summaries[index] = summaries
      }
    }
    return (totals, chosen)
  }
}

extension Query {
  /// The most intervals of a time bin whose width is chosen after the pass; nil if it has none.
  fileprivate var mostChosenBins: Int? {
    for case .chosenTimeBin(_, let most) in groups { return most }
    return nil
  }
}

extension TimeSpan {
  /// Whether intervals of this length are made of whole ones of another.
  fileprivate func isMade(of part: TimeSpan) -> Bool { nanoseconds % part.nanoseconds == 0 && (lead - part.lead) % part.nanoseconds == 0 }
}

extension ScanPlan.MeasurePlan {
  /// What a measure is worked out of.
  fileprivate enum Counted: Hashable {
    case rows
    case counter(Int)
    case summary(Int)
  }

  fileprivate var counted: Counted {
    switch self {
    case .count: .rows
    case .distinct(let counter), .quantile(let counter, _): .counter(counter)
    case .summary(let index, _): .summary(index)
    }
  }
}
