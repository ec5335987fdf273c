import CivilTime

/// Writes numbers for readers and for programs: `.` between, `,` between thousands for readers, never a locale.
public enum NumberText {
  /// A whole number with thousands set apart: `1,042`.
  public static func count(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var grouped = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { grouped += "," }
      grouped.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return grouped
  }

  /// A number in fixed point, rounded half away from zero at `decimals` decimals; `0` for what is not finite.
  ///
  /// `dropsZeros` drops trailing zeros after the point. Magnitudes of 2^53 and more are written without decimals.
  public static func fixed(_ number: Double, decimals: Int, dropsZeros: Bool = false) -> String {
    guard number.isFinite else { return "0" }
    guard number.magnitude < 9_007_199_254_740_992 else { return wide(number) }
    let scale = powersOfTen[min(max(decimals, 0), 15)]
    // The shortest decimal form that reads back as this number is what a reader expects to be rounded: 1.005 is 1.01, not 1.00.
    let scaled = (number.magnitude * scale)
    guard scaled < 9_007_199_254_740_992 else { return fixed(number, decimals: decimals - 1, dropsZeros: dropsZeros) }
    let nudged = scaled.nextUp
    let units = UInt64(nudged.rounded(.toNearestOrAwayFromZero))
    let whole = units / UInt64(scale)
    var fraction = String(units % UInt64(scale))
    fraction = String(repeating: "0", count: max(0, decimals - fraction.utf8.count)) + fraction
    if dropsZeros { while fraction.utf8.last == 0x30 { fraction.removeLast() } }
    if decimals <= 0 { fraction = "" }
    let sign = number < 0 && units > 0 ? "-" : ""
    return sign + String(whole) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// A number for a reader: whole numbers as ``count(_:)``; others with `significant` figures at most, thousands set apart.
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
    return grouped(fixed(number, decimals: decimals, dropsZeros: true))
  }

  /// A fraction times 100 with `%`: `82%` from 10 up, `2.1%` below, `0.04%` below 1; `0%` and `100%` only where exact.
  public static func percent(_ fraction: Double) -> String {
    let hundredth = fraction * 100
    guard hundredth.isFinite else { return "0%" }
    let decimals = hundredth.magnitude >= 10 || hundredth == 0 ? 0 : hundredth.magnitude >= 1 ? 1 : 2
    let text = fixed(hundredth, decimals: decimals, dropsZeros: true)
    if fraction < 1, text == "100" { return ">99%" }
    if fraction > 0, text == "0" { return "<0.01%" }
    return grouped(text) + "%"
  }

  /// A size in bytes with a decimal unit: `512 B`, `72.1 kB`, `681 MB`.
  public static func bytes(_ count: Double) -> String {
    var value = count
    for unit in ["B", "kB", "MB", "GB", "TB"] {
      if value.magnitude < 999.5 || unit == "TB" { return decimal(unit == "B" ? value.rounded() : value) + " " + unit }
      value /= 1_000
    }
    return decimal(value)
  }

  /// A span in its two largest units: `7 min 16 s`, `2 d 3 h`, `1.5 s`, `250 ms`.
  public static func duration(_ span: TimeSpan) -> String {
    let sign = span.nanoseconds < 0 ? "-" : ""
    let nanoseconds = span.nanoseconds.magnitude
    if nanoseconds == 0 { return "0 s" }
    if nanoseconds < 1_000 { return "\(sign)\(nanoseconds) ns" }
    if nanoseconds < 1_000_000 { return sign + decimal(Double(nanoseconds) / 1e3) + " µs" }
    if nanoseconds < 1_000_000_000 { return sign + decimal(Double(nanoseconds) / 1e6) + " ms" }
    if nanoseconds < 60_000_000_000 { return sign + decimal(Double(nanoseconds) / 1e9) + " s" }
    let seconds = nanoseconds / 1_000_000_000
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

  /// Every digit of a whole number too large for exact decimals.
  private static func wide(_ number: Double) -> String {
    var digits: [UInt8] = []
    var rest = number.magnitude
    while rest >= 1 {
      digits.append(UInt8(rest.truncatingRemainder(dividingBy: 10)) + 0x30)
      rest = (rest / 10).rounded(.towardZero)
    }
    return (number < 0 ? "-" : "") + String(decoding: digits.reversed(), as: UTF8.self)
  }

  /// Thousands set apart in the whole part of a fixed-point number.
  private static func grouped(_ fixed: String) -> String {
    let parts = fixed.split(separator: ".", maxSplits: 1)
    guard let head = parts.first, let whole = Int(head), whole.magnitude >= 1_000 else { return fixed }
    return count(whole) + (parts.count > 1 ? "." + parts[1] : "")
  }
}
