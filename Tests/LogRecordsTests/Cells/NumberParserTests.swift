import LogRecords
import Testing

@Suite struct NumberParserTests {
  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("-0.0", 0), ("+7", 7), ("-12", -12), ("7.0", 7), ("70e-1", 7), ("1e6", 1_000_000), ("1E+3", 1_000), ("5.", 5),
      ("9223372036854775807", .max), ("-9223372036854775808", .min), ("9007199254740993", 9_007_199_254_740_993),
      ("9007199254740993.0000000000", 9_007_199_254_740_993), ("000000000000000000000000000012", 12), ("922337203685477580.70e1", .max),
      ("0e999999999999", 0), ("1e-400", 0), ("0.00000000000000000000000000001e29", 1), ("1e18", 1_000_000_000_000_000_000),
    ] as [(String, Int64)])
  func wholeNumbersAreExact(text: String, number: Int64) { #expect(NumberParser.parse(Array(text.utf8)) == .integer(number)) }

  /// Doubles as Python's `float()` reads them, written with `float.hex()`.
  @Test(
    arguments: [
      ("3.5", 0x1.cp+1), (".5", 0x1.0p-1), ("0.1", 0x1.999999999999ap-4), ("-2.25e-3", -0x1.26e978d4fdf3bp-9),
      ("9223372036854775808", 0x1.0p+63), ("18446744073709551615", 0x1.0p+64), ("1e300", 0x1.7e43c8800759cp+996),
      ("0.30000000000000004", 0x1.3333333333334p-2), ("2.2250738585072014e-308", 0x1p-1022),
      ("1.7976931348623157e308", 0x1.fffffffffffffp+1023), ("4.9e-324", .leastNonzeroMagnitude), ("123456.789e-10", 0x1.9e409301b5a02p-17),
    ] as [(String, Double)])
  func decimalsAreTheNearestDouble(text: String, number: Double) {
    #expect(NumberParser.parse(Array(text.utf8)) == .decimal(number))
  }

  @Test(arguments: [
    "", "-", "+", ".", "e5", "1e", "1e+", "--1", "+-1", "1.2.3", " 1", "1 ", "1,000", "1_000", "0x10", "0x1p3", "nan", "NaN", "inf", "-inf",
    "infinity", "1e309", "-1e400", "1f", "12a", "\u{661}", "1\u{0}",
  ])
  func refused(_ text: String) { #expect(NumberParser.parse(Array(text.utf8)) == nil) }

  @Test func agreesWithTheStandardLibrary() {
    var random = FixedRandom(seed: 754)
    let seeds = ["12", "-3.25", "1e6", "0.1e-7", "9007199254740993", "123456789012345678901234567890", "1.7976931348623157e308", "0.000"]
    for _ in 0..<10_000 {
      let text = random.mutate(Array((seeds.randomElement(using: &random) ?? "").utf8), alphabet: Array("0123456789.eE+-x ".utf8))
      #expect(NumberParser.parse(text) == ReferenceNumbers.parse(text), "\(String(decoding: text, as: UTF8.self))")
    }
    for _ in 0..<10_000 {
      let double = Double(bitPattern: random.next())
      guard double.isFinite else { continue }
      #expect(NumberParser.parse(Array("\(double)".utf8))?.double == double)
    }
  }
}
