/// The binomial distribution with success probability 1 ÷ k.
enum Binomial {
  /// Probability of at least `least` successes in `trials` trials, each with probability 1 ÷ `groups`.
  ///
  /// Terms are found from their neighbours' by ratio, starting with 1 at the mode, and divided by their sum in the end, so that no
  /// logarithm, exponential or factorial is needed and nothing overflows; a tail under 1e-300 of the mode is 0.
  static func upperTail(trials: Int, groups: Int, from least: Int) -> Double {
    guard least <= trials else { return 0 }
    guard groups > 1 else { return 1 }
    let mode = (trials + 1) / groups
    let odds = 1 / Double(groups - 1)
    var below = 0.0
    var term = 1.0
    var position = mode
    while position > 0, term > 1e-20 {
      term *= Double(position) / (Double(trials - position + 1) * odds)
      position -= 1
      below += term
    }
    var above = 0.0
    var tail = 0.0
    term = 1
    position = mode
    while position <= trials, term > 0, term > tail * 1e-18 {
      above += term
      if position >= least { tail += term }
      term *= Double(trials - position) * odds / Double(position + 1)
      position += 1
    }
    return tail / (below + above)
  }
}
