/// A distribution cut into bins, and how many samples each one holds.
///
/// A bin holds its lower edge and not its upper one; the last bin holds both.
public struct HistogramBins: Hashable, Sendable {
  /// One bin.
  public struct Bin: Hashable, Sendable {
    /// Lower edge.
    public var lower: Double
    /// Upper edge, above the lower one.
    public var upper: Double
    /// Number of samples in it.
    public var count: Int

    /// A bin by its edges and its count.
    public init(lower: Double, upper: Double, count: Int) {
      self.lower = lower
      self.upper = upper
      self.count = count
    }
  }

  /// The bins, ascending, each beginning where the one before it ends.
  public var bins: [Bin]
  /// What lies above the last bin, where whole numbers have a long thin tail; it is not comparable with the bins.
  public var overflow: Bin?
  /// Whether each bin holds one whole number k, its edges at k ± 0.5.
  public var isOneBinPerInteger: Bool

  /// Number of samples, all bins and the overflow together.
  public var sampleCount: Int { bins.reduce(overflow?.count ?? 0) { $0 + $1.count } }

  /// The longest span of whole numbers that each get a bin, and most distinct ones of a longer span with a thin tail.
  public static let mostIntegers = 30

  /// The bins that fit a distribution best.
  ///
  /// Whole numbers that span at most ``mostIntegers`` get one bin each, and so does the near part of few that have a thin, far tail (see
  /// ``init(integers:)``); anything else gets numpy's `auto` bins of equal width, at most `most` of them, because a page cannot show
  /// more. No samples, no bins.
  /// - Parameter samples: ascending by value, finite.
  public init(automatic samples: some RandomAccessCollection<WeightedSample>, most: Int = 60) {
    let areIntegers = samples.allSatisfy { $0.value == $0.value.rounded() }
    if areIntegers, samples.count <= Self.mostIntegers, let bins = Self(integers: samples) {
      self = bins
    } else {
      self.init(samples, count: min(max(most, 1), Self.automaticCount(samples, areIntegers: areIntegers)))
    }
  }

  /// `count` bins of equal width from the least value to the largest; ± 0.5 around a single value. No samples, no bins.
  /// - Parameter samples: ascending by value, finite.
  public init(_ samples: some RandomAccessCollection<WeightedSample>, count: Int) {
    isOneBinPerInteger = false
    guard let first = samples.first?.value, let last = samples.last?.value else {
      bins = []
      return
    }
    let edges = Self.edges(from: first, to: last, count: max(count, 1))
    bins = zip(edges, edges.dropFirst()).map { Bin(lower: $0, upper: $1, count: 0) }
    var index = 0
    for sample in samples {
      while index < bins.count - 1, sample.value >= bins[index].upper { index += 1 }
      bins[index].count += sample.weight
    }
  }

  /// Equally spaced edges as `numpy.linspace` makes them, fewer where a Double cannot tell so many apart.
  private static func edges(from least: Double, to largest: Double, count: Int) -> [Double] {
    let first = least == largest ? min(least - 0.5, least.nextDown) : least
    let last = least == largest ? max(largest + 0.5, largest.nextUp) : largest
    guard (last - first).isFinite else { return [first, last] }
    var count = count
    while true {
      let step = (last - first) / Double(count)
      let edges = (0..<count).map { Double($0) * step + first } + [last]
      if count == 1 || zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }) { return edges }
      count = (count + 1) / 2
    }
  }
}
