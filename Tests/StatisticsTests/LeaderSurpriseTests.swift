import Statistics
import Testing

/// Golden values are exact rationals of Python's `fractions`: P(max < m) = n! k⁻ⁿ [xⁿ] (Σ_{j<m} xʲ/j!)ᵏ, and k times a binomial tail.
@Suite struct LeaderSurpriseTests {
  @Test(arguments: [
    (6, 6, 3, 0.36728395061728397), (10, 4, 5, 0.311065673828125), (260, 100, 7, 0.8382351839357859),
    (260, 100, 8, 0.40899513373183116), (100, 10, 18, 0.09865477387623527), (50, 3, 25, 0.032480052818194896),
    (365, 12, 45, 0.06683963839696604), (30, 2, 25, 0.00032491423189640045),
    // The birthday problem: two of 23 share a day with probability 50.7 %.
    (23, 365, 2, 0.5072972343239854),
  ])
  func smallCasesAreExact(_ events: Int, _ groups: Int, _ largest: Int, _ expected: Double) {
    let probability = LeaderSurprise.probability(events: events, groups: groups, largest: largest)
    #expect(abs(probability - expected) <= 1e-10 * expected)
  }

  @Test(arguments: [
    (1_042, 105, 157, 2.4876387347722264e-129), (1_042, 105, 40, 3.967137073005437e-11), (260, 100, 20, 3.9182352270832277e-10),
    (5_000, 100, 80, 0.0051651935107541866), (5_000, 100, 90, 1.9491761161786995e-05),
  ])
  func rareOrLargeCasesAreBooleBounds(_ events: Int, _ groups: Int, _ largest: Int, _ expected: Double) {
    let probability = LeaderSurprise.probability(events: events, groups: groups, largest: largest)
    #expect(abs(probability - expected) <= 1e-10 * expected)
  }

  @Test func whatMustHappenIsNoSurprise() {
    #expect(LeaderSurprise.probability(events: 10, groups: 3, largest: 4) == 1)
    #expect(LeaderSurprise.probability(events: 5, groups: 1, largest: 5) == 1)
    #expect(LeaderSurprise.probability(events: 0, groups: 4, largest: 0) == 1)
    #expect(LeaderSurprise.probability(events: 100_000_000, groups: 1_000, largest: 100_000) == 1)
  }

  @Test func whatCannotHappenHasNoProbability() {
    #expect(LeaderSurprise.probability(events: 5, groups: 2, largest: 6) == 0)
    #expect(LeaderSurprise.probability(events: 0, groups: 0, largest: 0) == 0)
  }

  @Test func aLargerLeaderIsNeverLessSurprising() {
    let probabilities = (4...60).map { LeaderSurprise.probability(events: 300, groups: 80, largest: $0) }
    #expect(zip(probabilities, probabilities.dropFirst()).allSatisfy { $0 >= $1 })
  }

  /// 6 · P(Binomial(959, 1/6) ≥ 832) is 5.39e-496 (Python, exact integers).
  @Test func whatCanHappenIsNotImpossible() {
    #expect(LeaderSurprise.probability(events: 959, groups: 6, largest: 832) == .leastNonzeroMagnitude)
  }

  @Test func hugeCountsEnd() {
    #expect(LeaderSurprise.probability(events: 100_000_000, groups: 2, largest: 99_000_000) == .leastNonzeroMagnitude)
    #expect(LeaderSurprise.probability(events: 100_000_000, groups: 1_000, largest: 100_001) == 1)
  }
}
