import Statistics
import Testing

@Suite struct QuantilesTests {
  @Test(arguments: NumpyCase.all)
  func quantilesAreNumpys(_ numpy: NumpyCase) {
    #expect([0.25, 0.5, 0.75, 0.95].map { Quantiles.quantile($0, of: numpy.samples) } == numpy.quantiles)
    #expect(Quantiles.median(numpy.samples) == numpy.quantiles[1])
  }

  @Test(arguments: NumpyCase.all)
  func meansAreExact(_ numpy: NumpyCase) { #expect(Quantiles.mean(numpy.samples) == numpy.mean) }

  @Test func nothingHasNeither() {
    #expect(Quantiles.mean([]) == nil)
    #expect(Quantiles.quantile(0.5, of: []) == nil)
  }

  @Test func theEndsAreTheExtremes() {
    let samples = [WeightedSample(value: -2, weight: 4), WeightedSample(value: 9, weight: 1)]
    #expect(Quantiles.quantile(0, of: samples) == -2)
    #expect(Quantiles.quantile(1, of: samples) == 9)
  }

  @Test func aSumKeepsItsLowDigits() {
    let samples = [
      WeightedSample(value: -1e16, weight: 1), WeightedSample(value: 1, weight: 2), WeightedSample(value: 1e16, weight: 1),
    ]
    #expect(Quantiles.mean(samples) == 0.5)
    #expect(Quantiles.mean([WeightedSample(value: 0.1, weight: 10)]) == 0.1)
  }

  @Test func aMeanDoesNotLeaveTheRangeOfItsSamples() {
    #expect(Quantiles.mean([WeightedSample(value: 1.5e308, weight: 4)]) == 1.5e308)
  }
}
