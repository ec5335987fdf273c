/// How surprising the largest of several groups is, if nothing but chance were at work.
///
/// Null model: every event falls into one of the groups independently of the others, each group being equally likely; the groups are
/// those that were counted. A small probability says that this model does not explain the leader. It does not say what does, and
/// groups that are unequal for innocent reasons (a busy server, a shared account) make it small too.
public enum LeaderSurprise {
  /// Probability that at least one of `groups` groups gets `largest` or more of `events` events.
  ///
  /// With p the probability that one given group does (a binomial tail), k·p is an upper bound (Boole), and 1 − (1 − p)^k a lower one,
  /// because the counts of a multinomial are negatively associated (Joag-Dev and Proschan, "Negative Association of Random
  /// Variables", 1983). So:
  /// - k·p under one in a million is returned as it is: it is right to six figures; where it is too small for a Double, the least positive
  ///   number is, because 0 would say that chance can't do it at all;
  /// - up to 2,000 events the exact value is computed: as many Poisson variables, each below `largest`, given that they add up to
  ///   `events` (Levin, "A Representation for Multinomial Cumulative Distribution Functions", 1981);
  /// - for more events min(1, k·p) is returned, which is never too small.
  public static func probability(events: Int, groups: Int, largest: Int) -> Double {
    guard groups > 0, events >= 0, largest <= events else { return 0 }
    // Someone must get the average: with fewer than `largest` in every group there would be too few events.
    if largest <= (events + groups - 1) / groups { return 1 }
    let bound = Double(groups) * Binomial.upperTail(trials: events, groups: groups, from: largest)
    if bound < 1e-6 { return max(bound, .leastNonzeroMagnitude) }
    guard events <= 2_000 else { return min(1, bound) }
    let below = probabilityOfAllBelow(largest, events: events, groups: groups)
    return min(1, max(0, 1 - below))
  }

  /// Probability that every group stays below `limit`.
  private static func probabilityOfAllBelow(_ limit: Int, events: Int, groups: Int) -> Double {
    let each = PoissonDistribution(mean: Double(events) / Double(groups))
    let truncated = (0..<limit).map { each.probability($0) }
    let sum = power(truncated, groups, upTo: events)
    guard sum.count > events else { return 0 }
    return sum[events] / PoissonDistribution(mean: Double(events)).probability(events)
  }

  /// The distribution of the sum of `exponent` independent variables with one distribution, by repeated squaring.
  private static func power(_ distribution: [Double], _ exponent: Int, upTo largest: Int) -> [Double] {
    var result = [1.0]
    var square = distribution
    var rest = exponent
    while rest > 0 {
      if rest % 2 == 1 { result = convolution(result, square, upTo: largest) }
      rest /= 2
      if rest > 0 { square = convolution(square, square, upTo: largest) }
    }
    return result
  }

  private static func convolution(_ left: [Double], _ right: [Double], upTo largest: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: min(left.count + right.count - 1, largest + 1))
    for (index, factor) in left.enumerated() where factor > 0 {
      for other in 0..<min(right.count, sums.count - index) { sums[index + other] += factor * right[other] }
    }
    return sums
  }
}
