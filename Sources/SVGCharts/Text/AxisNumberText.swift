import SafeText

/// Writes the numbers along one axis alike: as many decimals as its step needs, digits up to ten millions, then `M`, `G` and
/// `T`, and powers of ten where a reader would count zeros.
struct AxisNumberText {
  private let decimals: Int
  private let largest: Double

  /// A writer for numbers up to the magnitude `largest`, `step` apart.
  init(step: Double, largest: Double) {
    var decimals = 0
    var scaled = step
    while scaled < 0.999_999, decimals < 20, scaled > 0 {
      scaled *= 10
      decimals += 1
    }
    self.decimals = decimals
    self.largest = largest
  }

  /// The number as the axis shows it.
  func text(_ number: Double) -> String {
    if number == 0 { return "0" }
    if decimals > 9 || largest >= 1e15 || number.magnitude >= 1e15 { return Self.scientific(number) }
    for (least, unit, symbol) in [(1e12, 1e12, "T"), (1e9, 1e9, "G"), (1e7, 1e6, "M")] where largest >= least {
      return NumberText.fixed(number / unit, decimals: 3, dropsZeros: true) + "\u{A0}" + symbol
    }
    let isWhole = number == number.rounded()
    return isWhole && decimals == 0 ? NumberText.count(Int(number)) : NumberText.fixed(number, decimals: decimals)
  }

  /// `1.5e-12`.
  private static func scientific(_ number: Double) -> String {
    var exponent = 0
    var mantissa = number
    while mantissa.magnitude >= 10 {
      mantissa /= 10
      exponent += 1
    }
    while mantissa.magnitude < 1 {
      mantissa *= 10
      exponent -= 1
    }
    let digits = NumberText.fixed(mantissa, decimals: 3, dropsZeros: true)
    return digits == "10" || digits == "-10" ? "\(number < 0 ? "-" : "")1e\(exponent + 1)" : "\(digits)e\(exponent)"
  }
}
