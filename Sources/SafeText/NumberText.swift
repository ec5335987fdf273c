import CivilTime

/// Writes numbers for readers and for programs: `.` between, `,` between thousands for readers, never a locale.
public enum NumberText {
  /// A whole number with thousands set apart: `1,042`.
  public static func count(_ number: Int) -> String {
    grouped(digits: Array(String(number.magnitude).utf8), isNegative: number < 0)
  }

  /// A number of things whose plural ends in "s": `1 row`, `1,042 rows`.
  public static func count(_ number: Int, of thing: String) -> String { "\(count(number)) \(thing)" + (number == 1 ? "" : "s") }

  /// A number in fixed point, rounded half away from zero at `decimals` decimals (0…15); `0` for what is not finite.
  ///
  /// What is rounded is the shortest decimal that reads back as the number, as a reader expects: 1.005 is 1.01. `dropsZeros` drops
  /// trailing zeros after the point.
  public static func fixed(_ number: Double, decimals: Int, dropsZeros: Bool = false) -> String {
    guard number.isFinite else { return "0" }
    let decimals = min(max(decimals, 0), 15)
    let magnitude = number.magnitude
    let scaled = magnitude * powersOfTen[decimals]
    // Where the product is far from a tie, its error of an ulp or two makes no difference.
    if scaled < 1e15, (scaled - scaled.rounded(.down) - 0.5).magnitude > 4 * scaled.ulp {
      let units = UInt64(scaled.rounded())
      let scale = UInt64(powersOfTen[decimals])
      let text = FixedPoint(whole: String(units / scale), fraction: decimals == 0 ? "" : padded(units % scale, to: decimals))
      return text.written(isNegative: number < 0, dropsZeros: dropsZeros)
    }
    return DecimalDigits(magnitude).rounded(decimals: decimals).written(isNegative: number < 0, dropsZeros: dropsZeros)
  }

  /// A number for a reader: whole numbers as ``count(_:)``; others with `significant` figures at most, thousands set apart.
  ///
  /// `0` stands only where exact: a positive number with nothing in the first twelve decimals is `<0.001`.
  public static func decimal(_ number: Double, significant: Int = 3) -> String {
    guard number.isFinite else { return "0" }
    if number == number.rounded(), number.magnitude < 9_007_199_254_740_992 { return count(Int(number)) }
    var decimals = significant - 1
    var magnitude = number.magnitude
    while magnitude >= 10, decimals > 0 {
      magnitude /= 10
      decimals -= 1
    }
    while magnitude < 1, magnitude > 0, decimals < 12 {
      magnitude *= 10
      decimals += 1
    }
    let text = fixed(number, decimals: decimals, dropsZeros: true)
    return text == "0" && number > 0 ? "<0.001" : grouped(text)
  }

  /// A fraction times 100 with `%`: `82%` from 10 up, `2.1%` below, `0.04%` below 1.
  ///
  /// `0%` and `100%` stand only where exact, else `<0.01%`, `>99%` or `>100%`.
  public static func percent(_ fraction: Double) -> String {
    guard fraction.isFinite else { return "0%" }
    let magnitude = fraction.magnitude
    let decimals = magnitude >= 0.1 || magnitude == 0 ? 0 : magnitude >= 0.01 ? 1 : 2
    let text = DecimalDigits(magnitude, shiftedBy: 2).rounded(decimals: decimals).written(isNegative: fraction < 0, dropsZeros: true)
    switch text {
    case "100" where fraction < 1: return ">99%"
    case "100" where fraction > 1: return ">100%"
    case "0" where fraction > 0: return "<0.01%"
    default: return grouped(text) + "%"
    }
  }

  /// A size in bytes with a decimal unit: `512 B`, `72.1 kB`, `681 MB`.
  public static func bytes(_ count: Double) -> String {
    var value = count.isFinite ? count : 0
    for unit in ["B", "kB", "MB", "GB"] {
      if value.magnitude < 999.5 { return decimal(unit == "B" ? value.rounded() : value) + " " + unit }
      value /= 1_000
    }
    return decimal(value) + " TB"
  }

  /// A span in its two largest units: `7 min 16 s`, `2 d 3 h`, `1.5 s`, `250 ms`.
  public static func duration(_ span: TimeSpan) -> String {
    let sign = span.nanoseconds < 0 ? "-" : ""
    let nanoseconds = span.nanoseconds.magnitude
    if nanoseconds == 0 { return "0 s" }
    if nanoseconds < 1_000 { return "\(sign)\(nanoseconds) ns" }
    if nanoseconds < 999_500 { return sign + decimal(Double(nanoseconds) / 1e3) + " µs" }
    if nanoseconds < 999_500_000 { return sign + decimal(Double(nanoseconds) / 1e6) + " ms" }
    if nanoseconds < 59_950_000_000 { return sign + decimal(Double(nanoseconds) / 1e9) + " s" }
    let seconds = (nanoseconds + 500_000_000) / 1_000_000_000
    let parts = [(seconds / 86_400, "d"), (seconds / 3_600 % 24, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s")]
    let first = parts.firstIndex { $0.0 > 0 } ?? 3
    return sign + parts[first...].prefix(2).filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
  }

  /// An instant in UTC for a reader: `27 Mar 2017 13:06`, with seconds where they are not zero.
  public static func time(_ timestamp: Timestamp) -> String {
    let civil = CivilDateTime(timestamp)
    let seconds = civil.second == 0 ? "" : ":" + twoDigits(civil.second)
    return date(timestamp) + " \(twoDigits(civil.hour)):\(twoDigits(civil.minute))" + seconds
  }

  /// The date of an instant in UTC for a reader: `27 Mar 2017`.
  public static func date(_ timestamp: Timestamp) -> String {
    let civil = CivilDateTime(timestamp)
    return "\(civil.day) \(CivilDateTime.monthNames[civil.month - 1]) \(civil.year)"
  }

  private static let powersOfTen: [Double] = (0...15).map { exponent in (0..<exponent).reduce(1) { value, _ in value * 10 } }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  private static func padded(_ number: UInt64, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// Thousands set apart in the whole part of a fixed-point number.
  private static func grouped(_ fixed: String) -> String {
    let parts = fixed.split(separator: ".", maxSplits: 1)
    guard let head = parts.first else { return fixed }
    return grouped(digits: Array(head.utf8.drop { $0 == 0x2D }), isNegative: head.utf8.first == 0x2D)
      + (parts.count > 1 ? "." + parts[1] : "")
  }

  private static func grouped(digits: [UInt8], isNegative: Bool) -> String {
    var grouped = isNegative ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { grouped += "," }
      grouped.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return grouped
  }
}
