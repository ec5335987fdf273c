import LogRecords

/// What is kept of the numbers of a group: enough for their sum, mean, least and greatest.
struct NumberSummary: BitwiseCopyable, Sendable {
  private(set) var count = 0
  private(set) var sum = FixedPointSum()
  private(set) var least: Number?
  private(set) var greatest: Number?

  /// Adds a number.
  mutating func add(_ number: Number) {
    count += 1
    sum.add(number)
    raise(number, number)
  }

  /// Adds the numbers of another summary.
  mutating func merge(_ other: NumberSummary) {
    count += other.count
    sum.merge(other.sum)
    if let least = other.least, let greatest = other.greatest { raise(least, greatest) }
  }

  private mutating func raise(_ low: Number, _ high: Number) {
    if least.map({ low.order(to: $0) == .less }) ?? true { least = low }
    if greatest.map({ high.order(to: $0) == .greater }) ?? true { greatest = high }
  }

  /// A statistic; nil of nothing, and where the sum is not known.
  func value(_ statistic: Measure.Statistic) -> Number? {
    guard count > 0 else { return nil }
    switch statistic {
    case .sum: return sum.integer.map(Number.integer) ?? sum.double.map { Number($0) }
    case .mean: return sum.double.map { Number($0 / Double(count)) }
    case .min: return least
    case .max: return greatest
    case .median, .p95: return nil
    }
  }
}

extension Number {
  /// A number, as an integer where it is whole.
  init(_ double: Double) { self = Int64(exactly: double).map(Number.integer) ?? .decimal(double) }
}
