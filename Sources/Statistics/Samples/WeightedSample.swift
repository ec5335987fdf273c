/// A value and how often it occurs: an engine counts values, so a distribution arrives as frequencies and is never expanded.
///
/// A distribution is an array of these, ascending by value, each value finite and each weight at least 1.
public struct WeightedSample: BitwiseCopyable, Hashable, Sendable {
  /// The value, finite.
  public var value: Double
  /// How many samples have it.
  public var weight: Int

  /// `weight` samples of one value.
  public init(value: Double, weight: Int) {
    self.value = value
    self.weight = weight
  }
}

extension Sequence<WeightedSample> {
  /// Number of samples.
  var sampleCount: Int { reduce(0) { $0 + $1.weight } }
}
