/// Mean and quantiles of a distribution given as weighted samples, ascending by value.
public enum Quantiles {
  /// The arithmetic mean; nil of nothing.
  ///
  /// Summed with the error term of every product and every addition carried along (Neumaier, "Rundungsfehleranalyse einiger
  /// Verfahren zur Summation endlicher Summen", 1974), so the result does not depend on how large values cancel.
  public static func mean(_ samples: [WeightedSample]) -> Double? {
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
    let count = samples.sampleCount
    guard count > 0 else { return nil }
    let position = Double(count - 1) * min(max(fraction, 0), 1)
    let below = Int(position.rounded(.down))
    let (low, high) = neighbours(at: below, of: samples)
    return interpolated(from: low, to: high, by: position - Double(below))
  }

  /// The median; nil of nothing.
  public static func median(_ samples: [WeightedSample]) -> Double? { quantile(0.5, of: samples) }

  /// The values at a position, which is below the number of samples, and at the one after it, or the last one twice.
  private static func neighbours(at position: Int, of samples: some Collection<WeightedSample>) -> (Double, Double) {
    var passed = 0
    var low: Double?
    for sample in samples {
      if let low { return (low, sample.value) }
      passed += sample.weight
      if passed > position + 1 { return (sample.value, sample.value) }
      if passed == position + 1 { low = sample.value }
    }
    return (low ?? 0, low ?? 0)
  }

  /// As numpy interpolates, from the nearer end, so that results agree to the last bit.
  private static func interpolated(from low: Double, to high: Double, by part: Double) -> Double {
    let distance = high - low
    return part < 0.5 ? low + distance * part : high - distance * (1 - part)
  }
}
