import LogRecords

/// An exact sum of numbers, so that the order of adding makes no difference: 128 bits before the binary point and 128 after it.
///
/// Every whole number and every double between 2^-76 and 2^80 goes in without error; smaller ones are cut at 2^-128, larger ones make the
/// sum unknown.
struct FixedPointSum: BitwiseCopyable, Sendable {
  /// Two's complement, in 64-bit limbs, the lowest first.
  private var limbs = InlineArray<4, UInt64>(repeating: 0)
  /// Whether a number was too large.
  private(set) var isUnknown = false

  private static let fractionBits = 128
  private static let largestExponent = 80

  /// Adds a number.
  mutating func add(_ number: Number) {
    switch number {
    case .integer(let integer): add(integer.magnitude, at: Self.fractionBits, isNegative: integer < 0)
    case .decimal(let double):
      guard double.exponent < Self.largestExponent else {
        isUnknown = true
        return
      }
      let significand = double.significandBitPattern | (double.isNormal ? 1 << 52 : 0)
      let place = (double.isNormal ? Int(double.exponent) : -1_022) - 52 + Self.fractionBits
      if place >= 0 {
        add(significand, at: place, isNegative: double < 0)
      } else if place > -64 {
        add(significand >> UInt64(-place), at: 0, isNegative: double < 0)
      }
    }
  }

  /// Adds another sum.
  mutating func merge(_ other: FixedPointSum) {
    add(other.limbs)
    isUnknown = isUnknown || other.isUnknown
  }

  /// `bits` × 2^`place` units, or that less.
  private mutating func add(_ bits: UInt64, at place: Int, isNegative: Bool) {
    var term = InlineArray<4, UInt64>(repeating: 0)
    let (limb, shift) = place.quotientAndRemainder(dividingBy: 64)
    term[limb] = bits << UInt64(shift)
    if shift > 0, limb < 3 { term[limb + 1] = bits >> UInt64(64 - shift) }
    add(isNegative ? Self.negated(term) : term)
  }

  private mutating func add(_ other: InlineArray<4, UInt64>) {
    var carry: UInt64 = 0
    for index in 0..<4 {
      let (sum, overflow) = limbs[index].addingReportingOverflow(other[index])
      let (total, overflowed) = sum.addingReportingOverflow(carry)
      limbs[index] = total
      carry = overflow || overflowed ? 1 : 0
    }
  }

  private static func negated(_ value: InlineArray<4, UInt64>) -> InlineArray<4, UInt64> {
    var result = value
    var carry = true
    for index in 0..<4 {
      let (sum, overflow) = (~value[index]).addingReportingOverflow(carry ? 1 : 0)
      result[index] = sum
      carry = overflow
    }
    return result
  }

  private var isNegative: Bool { limbs[3] >> 63 == 1 }

  /// The sum where it is a whole number that fits.
  var integer: Int64? {
    guard !isUnknown, limbs[0] == 0, limbs[1] == 0 else { return nil }
    let integer = Int64(bitPattern: limbs[2])
    return limbs[3] == (integer < 0 ? .max : 0) ? integer : nil
  }

  /// The double nearest to the sum, ties to even; nil if the sum is not known.
  var double: Double? {
    guard !isUnknown else { return nil }
    let magnitude = isNegative ? Self.negated(limbs) : limbs
    guard let top = (0..<4).last(where: { magnitude[$0] != 0 }) else { return 0 }
    // The 64 leading bits, the last of them standing for all that follow.
    let shift = magnitude[top].leadingZeroBitCount
    var leading = magnitude[top] << UInt64(shift)
    var isCut = false
    if top > 0 {
      if shift > 0 { leading |= magnitude[top - 1] >> UInt64(64 - shift) }
      isCut = magnitude[top - 1] << UInt64(shift) != 0 || (0..<top - 1).contains { magnitude[$0] != 0 }
    }
    if isCut { leading |= 1 }
    let exponent = top * 64 - shift - Self.fractionBits
    let double = Double(sign: .plus, exponent: exponent, significand: Double(leading))
    return isNegative ? -double : double
  }
}
