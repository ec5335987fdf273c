/// A step of 1, 2 or 5 times a power of ten.
///
/// Steps below one are held as their inverse, a whole number, so that 3 × 0.1 is 0.3 to the last bit.
struct TickStep: Hashable, Sendable {
  private let size: Double
  private let isInverse: Bool

  /// The step that cuts a domain into about `count` pieces; nil where the domain is empty or its length no number.
  init?(_ lower: Double, _ upper: Double, count: Double, areWhole: Bool) {
    let step = (upper - lower) / count
    guard step > 0, step.isFinite else { return nil }
    if areWhole, step < 1 {
      size = 1
      isInverse = false
      return
    }
    var power = 1.0
    if step >= 1 {
      while step / power >= 10 { power *= 10 }
      size = power * Self.factor(step / power)
      isInverse = false
    } else {
      while step * power < 1 {
        power *= 10
        guard power.isFinite else { return nil }
      }
      size = power / Self.factor(step * power)
      isInverse = true
    }
  }

  /// The step as a number.
  var value: Double { isInverse ? 1 / size : size }

  /// The largest multiple that is not above a number.
  func floor(_ number: Double) -> Double { multiple(units(number).rounded(.down)) }

  /// The least multiple that is not below a number.
  func ceiling(_ number: Double) -> Double { multiple(units(number).rounded(.up)) }

  /// All multiples between two numbers, both included.
  func multiples(from lower: Double, to upper: Double) -> [Double] {
    var first = units(lower).rounded()
    var last = units(upper).rounded()
    if multiple(first) < lower { first += 1 }
    if multiple(last) > upper { last -= 1 }
    guard first <= last, last - first < 1_000 else { return [] }
    return (0...Int(last - first)).map { multiple(first + Double($0)) }
  }

  private func units(_ number: Double) -> Double { isInverse ? number * size : number / size }

  private func multiple(_ units: Double) -> Double { isInverse ? units / size : units * size }

  /// 1, 2, 5 or 10 for a number from 1 to 10, the limits being √2, √10 and √50.
  private static func factor(_ error: Double) -> Double {
    let square = error * error
    return square >= 50 ? 10 : square >= 10 ? 5 : square >= 2 ? 2 : 1
  }
}
