import LogRecords
import Statistics

/// Quantiles of numbers, whole ones exact however large.
enum NumberQuantile {
  /// Up to here doubles work out what lies between two whole numbers, their mean included, without rounding more than numpy does.
  private static let largestSafe: Int64 = 1 << 52
  /// A double between 0 and 1 as a whole number: times 2 to this power.
  private static let fractionBits: Int128 = 53

  /// A number and how often it occurs.
  struct Sample: BitwiseCopyable {
    var number: SplitNumber
    var weight: Int
  }

  /// The number below which a fraction of the samples lies, by the rule of ``Quantiles/quantile(_:of:)``; nil of nothing.
  ///
  /// - Parameter samples: ascending.
  static func quantile(_ fraction: Double, of samples: some Collection<Sample>) -> Number? {
    guard let place = Quantiles.neighbours(fraction, of: samples, weight: \.weight),
      let low = place.low.number.number, let high = place.high.number.number
    else { return nil }
    return between(low, high, part: place.part)
  }

  /// The number so far on the way from one to another.
  ///
  /// Where one of two whole numbers is so large that doubles would round, the result is worked out exactly and then rounded to a whole
  /// number, a half to the even one.
  static func between(_ low: Number, _ high: Number, part: Double) -> Number? {
    if part == 0 || low == high { return low }
    guard case .integer(let lower) = low, case .integer(let upper) = high,
      max(lower.magnitude, upper.magnitude) > largestSafe.magnitude
    else { return Number(exactly: Quantiles.interpolated(from: low.double, to: high.double, by: part)) }
    let one: Int128 = 1 << fractionBits
    let exact = Int128(lower) * one + (Int128(upper) - Int128(lower)) * Int128((part * Double(one)).rounded())
    let whole = exact >> fractionBits
    let doubledRest = (exact - whole * one) * 2
    let isUp = doubledRest > one || doubledRest == one && whole % 2 != 0
    return Int64(exactly: isUp ? whole + 1 : whole).map(Number.integer)
  }
}
