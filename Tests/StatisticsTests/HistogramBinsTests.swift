import Statistics
import Testing

@Suite struct HistogramBinsTests {
  @Test(arguments: NumpyCase.all)
  func automaticBinsAreNumpys(_ numpy: NumpyCase) {
    let histogram = HistogramBins(automatic: numpy.samples, most: 1_000)
    #expect(histogram.bins.map(\.lower) == Array(numpy.edges.dropLast()))
    #expect(histogram.bins.last?.upper == numpy.edges.last)
    #expect(histogram.bins.map(\.count) == numpy.counts)
    #expect(histogram.overflow == nil)
  }

  @Test(arguments: NumpyCase.all)
  func binsOfAGivenNumberAreNumpys(_ numpy: NumpyCase) {
    #expect(HistogramBins(numpy.samples, count: 7).bins.map(\.count) == numpy.inSevenBins)
  }

  @Test func automaticBinsAreNoMoreThanAPageShows() {
    // numpy's rule gives 129 here: 40 powers of 1.5, weights 201 down to 6.
    let powers = (0..<40).map { power in
      WeightedSample(value: (0..<power).reduce(1.0) { value, _ in value * 1.5 }, weight: 201 - power * 5)
    }
    #expect(HistogramBins(automatic: powers, most: 1_000).bins.count == 129)
    #expect(HistogramBins(automatic: powers).bins.count == 60)
    #expect(HistogramBins(automatic: powers).sampleCount == 4_140)
  }

  @Test func fewWholeNumbersGetABinEach() {
    let histogram = HistogramBins(automatic: samples([(1, 18), (2, 26), (5, 7)]))
    #expect(histogram.isOneBinPerInteger)
    #expect(
      histogram.bins == [
        .init(lower: 0.5, upper: 1.5, count: 18), .init(lower: 1.5, upper: 2.5, count: 26), .init(lower: 2.5, upper: 3.5, count: 0),
        .init(lower: 3.5, upper: 4.5, count: 0), .init(lower: 4.5, upper: 5.5, count: 7),
      ])
  }

  @Test func aThinFarTailOverflows() {
    // Failed logins per source of the sample auth.log in the design's figure 4.
    let histogram = HistogramBins(
      automatic: samples([(1, 1), (3, 1), (4, 1), (6, 89), (9, 2), (12, 3), (15, 2), (30, 2), (36, 1), (43, 1), (120, 1), (157, 1)]))
    #expect(histogram.bins.count == 15)
    #expect(histogram.bins.map(\.count) == [1, 0, 1, 1, 0, 89, 0, 0, 2, 0, 0, 3, 0, 0, 2])
    #expect(histogram.overflow == .init(lower: 15.5, upper: 157.5, count: 6))
    #expect(histogram.sampleCount == 105)
  }

  /// `numpy.histogram(numpy.repeat(values, weights), bins="auto")` of numpy 2.4.6.
  @Test(
    arguments: [
      (
        [(200, 700), (301, 20), (404, 240), (500, 40)],
        [
          200.0, 227.27272727272728, 254.54545454545456, 281.8181818181818, 309.0909090909091, 336.3636363636364, 363.6363636363636,
          390.9090909090909, 418.1818181818182, 445.4545454545455, 472.72727272727275, 500.0,
        ], [700, 0, 0, 20, 0, 0, 0, 240, 0, 0, 40]
      ),
      ([(1, 1), (10, 1), (46, 1), (104, 1), (220, 1), (2495, 1)], [1.0, 499.8, 998.6, 1497.4, 1996.2, 2495.0], [5, 0, 0, 0, 1]),
      ([(449, 1), (2332, 1), (2495, 1)], [449.0, 1131.0, 1813.0, 2495.0], [1, 0, 2]),
      ([(1, 50), (31, 50)], [1.0, 4.75, 8.5, 12.25, 16.0, 19.75, 23.5, 27.25, 31.0], [50, 0, 0, 0, 0, 0, 0, 50]),
    ] as [([(Double, Int)], [Double], [Int])])
  func wholeNumbersFarApartGetNumpysBins(pairs: [(Double, Int)], edges: [Double], counts: [Int]) {
    let histogram = HistogramBins(automatic: samples(pairs))
    #expect(!histogram.isOneBinPerInteger)
    #expect(histogram.bins.map(\.lower) + [histogram.bins.last?.upper] == edges)
    #expect(histogram.bins.map(\.count) == counts)
    #expect(histogram.overflow == nil)
  }

  @Test func aSpanOfThirtyWholeNumbersHasABinForEach() {
    let histogram = HistogramBins(automatic: samples([(1, 50), (30, 50)]))
    #expect(histogram.isOneBinPerInteger)
    #expect(histogram.bins.map(\.count) == [50] + Array(repeating: 0, count: 28) + [50])
  }

  @Test func aWholeNumberIsNotSplit() {
    let many = (1...31).map { WeightedSample(value: Double($0), weight: 1_000_000) }
    let histogram = HistogramBins(automatic: many)
    #expect(!histogram.isOneBinPerInteger)
    #expect(histogram.bins.count == 30)
    #expect(histogram.bins.last?.count == 2_000_000)
  }

  @Test func nothingHasNoBins() {
    #expect(HistogramBins(automatic: []).bins.isEmpty)
    #expect(HistogramBins([], count: 5).bins.isEmpty)
  }

  @Test(
    arguments: [
      [-1.7e308, 1.7e308], [1e16, 1e16 + 2], [1e300], [0.0, .leastNonzeroMagnitude],
      [-.leastNonzeroMagnitude, 0.0, .leastNonzeroMagnitude], [1.0, 1.0.nextUp], [-0.0, .leastNormalMagnitude / 4],
    ] as [[Double]])
  func extremeNumbersLoseNothing(_ values: [Double]) {
    let all = values.map { WeightedSample(value: $0, weight: 3) }
    for histogram in [HistogramBins(automatic: all), HistogramBins(all, count: 40)] {
      #expect(histogram.sampleCount == values.count * 3)
      #expect(histogram.bins.allSatisfy { $0.lower < $0.upper })
    }
  }

  private func samples(_ pairs: [(Double, Int)]) -> [WeightedSample] { pairs.map { WeightedSample(value: $0.0, weight: $0.1) } }
}
