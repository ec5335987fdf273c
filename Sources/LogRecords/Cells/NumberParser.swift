/// Reads numbers: an optional sign, digits with at most one `.`, an optional exponent; nothing before or after.
///
/// Not numbers are: the empty text, `nan`, `inf`, hexadecimal, digits set apart by `,` or `_`, and what overflows a double.
public enum NumberParser {
  /// The number that the bytes of a cell stand for; nil if they are not one.
  public static func parse(_ bytes: UnsafeRawBufferPointer) -> Number? {
    var cursor = unsafe ByteCursor(bytes)
    if let digits = plainDigits(cursor) { return .integer(digits) }
    let isNegative = cursor.skip(UInt8(ascii: "-"))
    if !isNegative { _ = cursor.skip(UInt8(ascii: "+")) }
    guard var decimal = significand(&cursor) else { return nil }
    if cursor.next.asciiLowercased == UInt8(ascii: "e") {
      cursor.advance()
      guard let exponent = exponent(&cursor) else { return nil }
      decimal.exponent += exponent
    }
    guard cursor.isAtEnd else { return nil }
    if decimal.isExact {
      if let whole = integer(decimal, isNegative: isNegative) { return .integer(whole) }
      if let double = exactDouble(decimal) { return canonical(isNegative ? -double : double) }
    }
    guard let double = unsafe Double(String(decoding: bytes, as: UTF8.self)), double.isFinite else { return nil }
    return canonical(double)
  }

  /// The number that a text stands for; nil if it is not one.
  public static func parse(_ bytes: [UInt8]) -> Number? { unsafe bytes.withUnsafeBytes { unsafe parse($0) } }

  /// The nearest double to the number that the bytes of a cell stand for; nil if they are not one.
  public static func double(_ bytes: UnsafeRawBufferPointer) -> Double? { unsafe parse(bytes)?.double }

  /// The number of a text that is nothing but digits, few enough not to overflow: most numbers of most logs.
  @inline(__always)
  private static func plainDigits(_ cursor: ByteCursor) -> Int64? {
    var cursor = cursor
    let (value, count) = cursor.digits(atMost: 18)
    return count > 0 && cursor.isAtEnd ? Int64(value) : nil
  }

  /// `digits` × 10^`exponent`.
  private struct Decimal {
    var digits: UInt64 = 0
    var exponent = 0
    /// Whether all digits fitted.
    var isExact = true

    /// Adds a digit, after `zeros` zeros that were held back because nothing might follow them.
    @inline(__always)
    mutating func append(_ digit: UInt8, after zeros: Int) {
      if digits == 0 {
        digits = UInt64(digit)
        return
      }
      guard zeros < 19 else {
        isExact = false
        return
      }
      for _ in 0..<zeros { multiplyByTen() }
      multiplyByTen()
      let (sum, overflow) = digits.addingReportingOverflow(UInt64(digit))
      if overflow { isExact = false }
      digits = sum
    }

    @inline(__always)
    private mutating func multiplyByTen() {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      if overflow { isExact = false }
      digits = product
    }
  }

  /// Digits with at most one point; at least one digit.
  @inline(__always)
  private static func significand(_ cursor: inout ByteCursor) -> Decimal? {
    var decimal = Decimal()
    var count = 0
    var zeros = 0
    var decimals = 0
    var isAfterPoint = false
    while true {
      let digit = cursor.next &- 0x30
      if digit < 10 {
        count += 1
        if isAfterPoint { decimals += 1 }
        if digit == 0 {
          zeros += 1
        } else {
          decimal.append(digit, after: zeros)
          zeros = 0
        }
      } else if cursor.next == UInt8(ascii: "."), !isAfterPoint {
        isAfterPoint = true
      } else {
        break
      }
      cursor.advance()
    }
    guard count > 0 else { return nil }
    decimal.exponent = zeros - decimals
    return decimal
  }

  /// A sign and digits; beyond ±100,000 it makes no difference.
  private static func exponent(_ cursor: inout ByteCursor) -> Int? {
    let isNegative = cursor.skip(UInt8(ascii: "-"))
    if !isNegative { _ = cursor.skip(UInt8(ascii: "+")) }
    guard cursor.next.isDigit else { return nil }
    var value = 0
    while cursor.next.isDigit {
      value = min(value * 10 + Int(cursor.next &- 0x30), 100_000)
      cursor.advance()
    }
    return isNegative ? -value : value
  }

  /// The whole number that a decimal is, if it is one and fits.
  @inline(__always)
  private static func integer(_ decimal: Decimal, isNegative: Bool) -> Int64? {
    if decimal.digits == 0 { return 0 }
    guard decimal.exponent >= 0, decimal.exponent < 19 else { return nil }
    let (magnitude, overflow) = decimal.digits.multipliedReportingOverflow(by: wholePowers[decimal.exponent])
    guard !overflow else { return nil }
    if isNegative { return magnitude <= Int64.min.magnitude ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil }
    return Int64(exactly: magnitude)
  }

  /// Where digits and power of ten are both exact doubles, one operation rounds once (Clinger 1990, "How to read floating point numbers
  /// accurately").
  @inline(__always)
  private static func exactDouble(_ decimal: Decimal) -> Double? {
    guard decimal.digits <= 1 << 53, decimal.exponent >= -22, decimal.exponent <= 22 else { return nil }
    let digits = Double(decimal.digits)
    return decimal.exponent < 0 ? digits / powers[-decimal.exponent] : digits * powers[decimal.exponent]
  }

  private static func canonical(_ double: Double) -> Number {
    if let whole = Int64(exactly: double) { return .integer(whole) }
    return .decimal(double)
  }

  private static let wholePowers: [UInt64] = (0..<19).map { exponent in (0..<exponent).reduce(1) { power, _ in power * 10 } }
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
