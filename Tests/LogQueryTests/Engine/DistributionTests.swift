import Statistics
import Testing

@testable import LogQuery

/// Distributions against a dictionary.
@Suite struct DistributionTests {
  private static let kinds: [@Sendable (Int) -> Double] = [
    { Double($0 % 700) }, { Double($0 * 7_919 % 30_011) - 9_000 }, { Double($0 % 5_000) / 8 - 100 }, { Double($0 % 97 * 20 + 1_024) },
  ]

  @Test(arguments: [0, 1, 50, 60_000], 0..<4) func valuesAreCountedAndInOrder(count: Int, kind: Int) {
    let budget = MemoryBudget(limit: 100_000)
    let builders = (0..<3).map { _ in DistributionBuilder(budget) }
    var weights: [Double: Int] = [:]
    for number in 0..<count {
      let value = Self.kinds[kind](number)
      weights[value, default: 0] += 1
      builders[number % 3].add(value)
    }
    builders[0].add(-.infinity)
    builders[0].merge(builders[1])
    builders[0].merge(builders[2])
    let expected = weights.map { WeightedSample(value: $0.key, weight: $0.value) }.sorted { $0.value < $1.value }
    let values = builders[0].values()
    #expect(values.count == expected.count)
    #expect(values == SampleList(expected))
    #expect(Quantiles.quantile(0.5, of: values) == Quantiles.quantile(0.5, of: expected))
    #expect(HistogramBins(automatic: values) == HistogramBins(automatic: expected))
  }
}
