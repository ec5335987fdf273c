/// The shortest decimal that reads back as a double, digit by digit, so that it can be rounded as on paper.
struct DecimalDigits {
  /// 0…9, the first one not 0; none for zero.
  private var digits: [UInt8] = []
  /// The point stands before the digit of this index.
  private var point = 0

  /// The digits of a finite magnitude times 10^`shiftedBy`.
  init(_ magnitude: Double, shiftedBy shift: Int = 0) {
    var isAfterPoint = false
    var exponent = ""
    for byte in magnitude.description.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9") where exponent.isEmpty:
        if !isAfterPoint { point += 1 }
        digits.append(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "."): isAfterPoint = true
      case UInt8(ascii: "e"): exponent = "0"
      case UInt8(ascii: "-"): exponent = "-0"
      default: exponent.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    // `description` writes `1e-07` and `1e+16`; a plus sign adds nothing.
    point += (Int(exponent.filter { $0 != "+" }) ?? 0) + shift
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point -= zeros
    if digits.isEmpty { point = 0 }
  }

  /// Rounded half up at a number of decimals.
  func rounded(decimals: Int) -> FixedPoint {
    let kept = point + decimals
    var scaled = (0..<max(0, kept)).map { $0 < digits.count ? digits[$0] : 0 }
    if kept >= 0, kept < digits.count, digits[kept] >= 5 {
      var index = kept - 1
      while index >= 0, scaled[index] == 9 {
        scaled[index] = 0
        index -= 1
      }
      if index >= 0 { scaled[index] += 1 } else { scaled.insert(1, at: 0) }
    }
    let padded = Array(repeating: 0, count: max(0, decimals + 1 - scaled.count)) + scaled
    let text = padded.map { $0 + UInt8(ascii: "0") }
    let whole = text.dropLast(decimals)
    return FixedPoint(whole: String(decoding: whole, as: UTF8.self), fraction: String(decoding: text.suffix(decimals), as: UTF8.self))
  }
}

/// A number in fixed point, without its sign.
struct FixedPoint {
  /// Digits before the point, at least one.
  var whole: String
  /// Digits after the point, perhaps none.
  var fraction: String

  /// Sign, digits and point; zero has no sign.
  func written(isNegative: Bool, dropsZeros: Bool) -> String {
    let isZero = !(whole + fraction).utf8.contains { $0 != UInt8(ascii: "0") }
    var decimals = Substring(fraction).utf8
    if dropsZeros { while decimals.last == UInt8(ascii: "0") { decimals.removeLast() } }
    return (isNegative && !isZero ? "-" : "") + whole + (decimals.isEmpty ? "" : "." + String(Substring(decimals)))
  }
}
