extension HistogramBins {
  /// Whole numbers whose tail is cut off get at most this many bins, so that each stays wide enough to read on a phone.
  private static let mostBeforeTail = 18

  /// One bin for each whole number, edges at k ± 0.5; nil where bins of equal width are more honest.
  ///
  /// - A span of at most 30 numbers has a bin for each of them, empty ones too.
  /// - In a longer span whose last tenth of the samples, or less, lies far out, those go into ``overflow``.
  /// - In any other span such bins would be too many to draw, and to leave the empty ones out would hide how far apart the others lie.
  ///
  /// Nil too where a value is not whole, or too large for a Double to tell from k ± 0.5.
  init?(integers samples: some RandomAccessCollection<WeightedSample>) {
    guard let least = samples.first?.value, let largest = samples.last?.value else { return nil }
    guard samples.allSatisfy({ $0.value == $0.value.rounded() && $0.value.magnitude < 1e15 }) else { return nil }
    isOneBinPerInteger = true
    if largest - least < Double(Self.mostIntegers) {
      bins = Self.everyInteger(of: samples)
      return
    }
    let near = samples.filter { $0.value < least + Double(Self.mostBeforeTail) }
    let far = samples.dropFirst(near.count)
    guard near.count > 1, let start = near.last?.value, far.sampleCount * 10 <= samples.sampleCount else { return nil }
    bins = Self.everyInteger(of: near)
    overflow = Bin(lower: start + 0.5, upper: largest + 0.5, count: far.sampleCount)
  }

  /// A bin for every whole number from the least to the largest sample.
  private static func everyInteger(of samples: some RandomAccessCollection<WeightedSample>) -> [Bin] {
    var bins: [Bin] = []
    for sample in samples {
      while let last = bins.last, last.upper < sample.value - 0.5 {
        bins.append(Bin(lower: last.upper, upper: last.upper + 1, count: 0))
      }
      bins.append(Bin(lower: sample.value - 0.5, upper: sample.value + 0.5, count: sample.weight))
    }
    return bins
  }
}
