import LogRecords

/// Numbers by a pattern: slow and obvious.
enum ReferenceNumbers {
  /// The grammar as a pattern, `Int64` and `Double` of the standard library for the value.
  static func parse(_ text: [UInt8]) -> Number? {
    let string = String(decoding: text, as: UTF8.self)
    guard string.wholeMatch(of: /[+\-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+\-]?[0-9]+)?/) != nil else { return nil }
    if let whole = exactWhole(string) { return .integer(whole) }
    guard let double = Double(string), double.isFinite else { return nil }
    return Int64(exactly: double).map { .integer($0) } ?? .decimal(double)
  }

  /// The point moved as far as the exponent says, by adding and dropping zeros.
  private static func exactWhole(_ string: String) -> Int64? {
    let parts = string.lowercased().split(separator: "e")
    let halves = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard let exponent = parts.count == 1 ? 0 : Int(parts[1]), exponent.magnitude < 1_000 else { return nil }
    var digits = halves.joined()
    var shift = exponent - (halves.count == 2 ? halves[1].utf8.count : 0)
    while shift < 0, digits.hasSuffix("0") {
      digits.removeLast()
      shift += 1
    }
    if digits.allSatisfy({ $0 == "+" || $0 == "-" }) { return 0 }
    return shift < 0 ? nil : Int64(digits + String(repeating: "0", count: shift))
  }
}
