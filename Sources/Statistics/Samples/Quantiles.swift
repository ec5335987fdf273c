/// Mean and quantiles of a distribution given as weighted samples, ascending by value.
public enum Quantiles {
  /// The arithmetic mean; nil of nothing.
  ///
  /// Summed with the error term of every product and every addition carried along (Neumaier, "Rundungsfehleranalyse einiger
  /// Verfahren zur Summation endlicher Summen", 1974), so the result does not depend on how large values cancel.
  public static func mean(_ samples: some Collection<WeightedSample>) -> Double? {
    let count = Double(samples.sampleCount)
    guard count > 0 else { return nil }
    var sum = CompensatedSum()
    for sample in samples { sum.add(sample.value, times: Double(sample.weight)) }
    if sum.isFinite { return sum.divided(by: count) }
    // The sum has left the range of a Double; the mean has not.
    var scaled = CompensatedSum()
    for sample in samples { scaled.add(sample.value, times: Double(sample.weight) / count) }
    return scaled.divided(by: 1)
  }

  /// The value below which the fraction `fraction` (0…1) of the samples lies; nil of nothing.
  ///
  /// Method 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996), numpy's `linear`: the sample at position
  /// (n − 1)·fraction counted from 0, by linear interpolation between the two nearest.
  public static func quantile(_ fraction: Double, of samples: some Collection<WeightedSample>) -> Double? {
    neighbours(fraction, of: samples, weight: \.weight).map { interpolated(from: $0.low.value, to: $0.high.value, by: $0.part) }
  }

  /// The median; nil of nothing.
  public static func median(_ samples: some Collection<WeightedSample>) -> Double? { quantile(0.5, of: samples) }

  /// The two samples between which a quantile lies, and how far on the way from one to the other, from 0 up to but not 1; nil of nothing.
  public static func neighbours<Samples: Collection>(
    _ fraction: Double, of samples: Samples, weight: (Samples.Element) -> Int
  ) -> (low: Samples.Element, high: Samples.Element, part: Double)? {
    let count = samples.reduce(0) { $0 + weight($1) }
    guard count > 0 else { return nil }
    let position = Double(count - 1) * min(max(fraction, 0), 1)
    let below = Int(position.rounded(.down))
    let part = position - Double(below)
    var passed = 0
    var low: Samples.Element?
    for sample in samples {
      if let low { return (low, sample, part) }
      passed += weight(sample)
      if passed > below + 1 { return (sample, sample, part) }
      if passed == below + 1 { low = sample }
    }
    return low.map { ($0, $0, part) }
  }

  /// As numpy interpolates, from the nearer end, so that results agree to the last bit.
  public static func interpolated(from low: Double, to high: Double, by part: Double) -> Double {
    let distance = high - low
    return part < 0.5 ? low + distance * part : high - distance * (1 - part)
  }
}
