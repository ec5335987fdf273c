/// A running sum and what rounding has taken from it.
struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  /// Whether the sum has stayed within the range of a Double.
  var isFinite: Bool { sum.isFinite && lost.isFinite }

  /// The sum divided by a number, rounded once and not at both steps.
  func divided(by divisor: Double) -> Double {
    let high = sum + lost
    let low = (sum - high) + lost
    let quotient = high / divisor
    let remainder = high.addingProduct(-quotient, divisor)
    return quotient + (remainder + low) / divisor
  }

  /// Adds a product without losing its low digits.
  mutating func add(_ value: Double, times factor: Double) {
    let product = value * factor
    add(product)
    lost += (-product).addingProduct(value, factor)
  }

  private mutating func add(_ value: Double) {
    let next = sum + value
    lost += sum.magnitude >= value.magnitude ? (sum - next) + value : (value - next) + sum
    sum = next
  }
}
