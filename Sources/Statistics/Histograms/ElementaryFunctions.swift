/// The two functions that numpy's bin rule needs, made of additions, products and fused products only: the C library's own may
/// differ in the last bit from one machine to the next, and with it the number of bins.
enum ElementaryFunctions {
  /// Logarithm to base 2 of a positive number, exact for powers of two.
  ///
  /// log2(m·2^e) = e + 2·artanh((m − 1)/(m + 1))/ln 2, with m brought into √½…√2 so that the series ends soon.
  static func binaryLogarithm(_ number: Int) -> Double {
    let value = Double(max(number, 1))
    var exponent = Double(value.exponent)
    var significand = value.significand
    if significand > 1.414_213_562_373_095_1 {
      significand /= 2
      exponent += 1
    }
    let ratio = (significand - 1) / (significand + 1)
    let square = ratio * ratio
    let series = stride(from: 25, through: 1, by: -2).reduce(0.0) { $0 * square + 1 / Double($1) }
    return exponent + 2 * ratio * series / naturalLogarithmOfTwo
  }

  /// `number ** (-1.0 / 3.0)` of a positive number as IEEE arithmetic has it: the exponent is the Double next to −⅓, above it by 1.85e-17.
  ///
  /// Newton's method, then one correction from the residual in doubled precision.
  static func inverseCubeRoot(_ number: Int) -> Double {
    let value = Double(max(number, 1))
    var root = Double(sign: .plus, exponent: -(Int(value.exponent) / 3 + 1), significand: 1)
    for _ in 0..<60 {
      let next = root + root * (1 - value * root * root * root) / 3
      if next == root { break }
      root = next
    }
    let square = product(root, root)
    var cube = product(square.high, root)
    cube.low += square.low * root
    var unity = product(cube.high, value)
    unity.low += cube.low * value
    let residual = (1 - unity.high) - unity.low
    let exponentError = 1.850_371_707_708_594_2e-17
    let correction = residual / 3 + exponentError * binaryLogarithm(number) * naturalLogarithmOfTwo
    return root.addingProduct(root, correction)
  }

  private static let naturalLogarithmOfTwo = 0.693_147_180_559_945_3

  /// A product and what its rounding lost (Dekker, "A Floating-Point Technique for Extending the Available Precision", 1971).
  private static func product(_ left: Double, _ right: Double) -> (high: Double, low: Double) {
    let high = left * right
    return (high, (-high).addingProduct(left, right))
  }
}
