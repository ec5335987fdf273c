/// A Poisson distribution, tabulated where its probabilities are not negligible.
struct PoissonDistribution {
  private var probabilities: [Double] = []
  private var first = 0

  /// The distribution with a mean of at least 0.
  ///
  /// Terms are found from their neighbours' by ratio, starting with 1 at the mode, and divided by their sum, so no exponential is needed.
  init(mean: Double) {
    let mode = Int(mean)
    var below: [Double] = []
    var term = 1.0
    var position = mode
    while position > 0, term > 1e-300 {
      term *= Double(position) / mean
      position -= 1
      below.append(term)
    }
    first = position
    probabilities = below.reversed()
    term = 1
    position = mode
    while term > 1e-300 {
      probabilities.append(term)
      position += 1
      term *= mean / Double(position)
    }
    let sum = probabilities.sorted().reduce(0, +)
    probabilities = probabilities.map { $0 / sum }
  }

  /// Probability of exactly this number.
  func probability(_ number: Int) -> Double {
    probabilities.indices.contains(number - first) ? probabilities[number - first] : 0
  }
}
