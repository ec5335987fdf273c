extension HistogramBins {
  /// Number of bins by numpy's `auto` estimator (numpy 2, `numpy/lib/_histograms_impl.py`): the narrower of Freedman–Diaconis
  /// (kept from falling under half the square-root width) and Sturges; of whole numbers no bin is narrower than 1.
  static func automaticCount(_ samples: some RandomAccessCollection<WeightedSample>, areIntegers: Bool) -> Int {
    guard let least = samples.first?.value, let largest = samples.last?.value,
      let lowerQuartile = Quantiles.quantile(0.25, of: samples), let upperQuartile = Quantiles.quantile(0.75, of: samples)
    else { return 1 }
    let range = largest - least
    guard range > 0, range.isFinite else { return 1 }
    let count = samples.sampleCount
    let freedmanDiaconis = 2 * (upperQuartile - lowerQuartile) * ElementaryFunctions.inverseCubeRoot(count)
    let sturges = range / (ElementaryFunctions.binaryLogarithm(count) + 1)
    let squareRoot = range / Double(count).squareRoot()
    var width = min(max(freedmanDiaconis, squareRoot / 2), sturges)
    if areIntegers { width = max(width, 1) }
    let bins = (range / width).rounded(.up)
    return bins >= 1 && bins < 1e9 ? Int(bins) : 1
  }
}
