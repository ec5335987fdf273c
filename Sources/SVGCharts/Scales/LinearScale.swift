/// Maps numbers of a domain to 0…1, and finds round numbers in it.
///
/// Ticks and nice ends follow d3-array 3 (`tickSpec`) and d3-scale 4 (`nice`), ISC licence, Mike Bostock.
struct LinearScale: Hashable, Sendable {
  /// Lower end of the domain.
  private(set) var lower: Double
  /// Upper end of the domain, above the lower one.
  private(set) var upper: Double

  /// A scale; an empty domain is widened by 1 so that every position stays finite.
  init(_ lower: Double, _ upper: Double) {
    self.lower = lower
    self.upper = upper > lower ? upper : max(lower + 1, lower.nextUp)
  }

  /// Where a number lies: 0 at the lower end, 1 at the upper one.
  func position(_ number: Double) -> Double {
    let extent = upper - lower
    return extent.isFinite ? (number - lower) / extent : (number / 2 - lower / 2) / (upper / 2 - lower / 2)
  }

  /// About `count` round numbers in the domain; only whole ones where `areWhole`.
  func ticks(_ count: Double, areWhole: Bool = false) -> [Double] {
    guard let step = TickStep(lower, upper, count: count, areWhole: areWhole) else { return [] }
    return step.multiples(from: lower, to: upper)
  }

  /// Widens the domain to round numbers.
  mutating func makeNice(_ count: Double, areWhole: Bool = false) {
    var previous: TickStep?
    for _ in 0..<10 {
      guard let step = TickStep(lower, upper, count: count, areWhole: areWhole), step != previous else { return }
      lower = step.floor(lower)
      upper = step.ceiling(upper)
      previous = step
    }
  }
}
