import CivilTime
import SafeText
import Testing

@Suite struct NumberTextTests {
  @Test(
    arguments: [
      (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (-1_042, "-1,042"), (1_234_567, "1,234,567"), (.max, "9,223,372,036,854,775,807"),
      (.min, "-9,223,372,036,854,775,808"),
    ] as [(Int, String)])
  func counts(number: Int, text: String) { #expect(NumberText.count(number) == text) }

  /// Python: `Decimal(repr(x)).quantize(…, rounding=ROUND_HALF_UP)`.
  @Test(
    arguments: [
      (1.005, 2, "1.01"), (2.675, 2, "2.68"), (0.285, 2, "0.29"), (1.115, 2, "1.12"), (0.49999999999999994, 0, "0"),
      (28.499999999999996, 0, "28"), (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (-0.5, 0, "-1"), (-0.4, 0, "0"), (-0.05, 1, "-0.1"),
      (0.05, 0, "0"), (9.995, 2, "10.00"), (99.95, 1, "100.0"), (1e-07, 6, "0.000000"), (5e-07, 6, "0.000001"), (4.9e-07, 6, "0.000000"),
      (123_456_789.125, 2, "123456789.13"), (1e15, 2, "1000000000000000.00"), (9_007_199_254_740_992, 3, "9007199254740992.000"),
      (1e22, 0, "10000000000000000000000"), (1e23, 1, "100000000000000000000000.0"), (.leastNonzeroMagnitude, 15, "0.000000000000000"),
      (0.1, 15, "0.100000000000000"), (1 / 3, 15, "0.333333333333333"), (1_000_000.0000005, 6, "1000000.000001"), (8.345, 2, "8.35"),
      (1.45, 1, "1.5"), (0.145, 2, "0.15"), (.infinity, 2, "0"), (.nan, 2, "0"), (-0.0, 1, "0.0"),
    ] as [(Double, Int, String)])
  func fixedPoint(number: Double, decimals: Int, text: String) { #expect(NumberText.fixed(number, decimals: decimals) == text) }

  @Test(arguments: [(1.5, "1.5"), (2, "2"), (0.25, "0.25"), (0.001, "0"), (-0.001, "0"), (1e22, "10000000000000000000000"), (10, "10")])
  func fixedPointWithoutTrailingZeros(number: Double, text: String) {
    #expect(NumberText.fixed(number, decimals: 2, dropsZeros: true) == text)
  }

  @Test(
    arguments: [
      (0, "0"), (12, "12"), (1_234, "1,234"), (1_234.5, "1,235"), (12.34, "12.3"), (9.996, "10"), (999.96, "1,000"), (0.12345, "0.123"),
      (0.00012345, "0.000123"), (-3.14159, "-3.14"), (-12_345.6, "-12,346"), (1e18, "1,000,000,000,000,000,000"), (-0.0, "0"), (.nan, "0"),
      (2.7e-32, "<0.001"), (.leastNonzeroMagnitude, "<0.001"), (0.0000004, "0.0000004"),
    ] as [(Double, String)])
  func decimals(number: Double, text: String) { #expect(NumberText.decimal(number) == text) }

  @Test(
    arguments: [
      (0, "0%"), (1, "100%"), (0.82, "82%"), (0.021, "2.1%"), (0.0004, "0.04%"), (0.00004, "<0.01%"), (0.9999, ">99%"), (0.996, ">99%"),
      (0.29, "29%"), (0.07, "7%"), (0.145, "15%"), (0.0996, "10%"), (1.0004, ">100%"), (12.5, "1,250%"), (-0.25, "-25%"), (.infinity, "0%"),
      (0.994, "99%"), (0.5, "50%"),
    ] as [(Double, String)])
  func percentages(fraction: Double, text: String) { #expect(NumberText.percent(fraction) == text) }

  @Test(
    arguments: [
      (0, "0 B"), (512, "512 B"), (999, "999 B"), (999.4, "999 B"), (1_000, "1 kB"), (72_149, "72.1 kB"), (999_499, "999 kB"),
      (999_500, "1 MB"), (681_000_000, "681 MB"), (2.5e9, "2.5 GB"), (3e12, "3 TB"), (4_200e12, "4,200 TB"), (.nan, "0 B"),
    ] as [(Double, String)])
  func sizes(count: Double, text: String) { #expect(NumberText.bytes(count) == text) }

  @Test(
    arguments: [
      (0, "0 s"), (7, "7 ns"), (1_500, "1.5 µs"), (999_999, "1 ms"), (250_000_000, "250 ms"), (999_999_900, "1 s"),
      (1_500_000_000, "1.5 s"),
      (59_999_000_000, "1 min"), (436_000_000_000, "7 min 16 s"), (3_600_000_000_000, "1 h"), (183_600_000_000_000, "2 d 3 h"),
      (86_700_000_000_000, "1 d"), (-90_000_000_000, "-1 min 30 s"), (.min, "-106751 d 23 h"),
    ] as [(Int64, String)])
  func durations(nanoseconds: Int64, text: String) { #expect(NumberText.duration(TimeSpan(nanoseconds: nanoseconds)) == text) }

  @Test func times() {
    #expect(NumberText.time(Timestamp(nanoseconds: 1_490_620_016_000_000_000)) == "27 Mar 2017 13:06:56")
    #expect(NumberText.time(Timestamp(nanoseconds: 1_490_619_960_000_000_000)) == "27 Mar 2017 13:06")
    #expect(NumberText.date(Timestamp(nanoseconds: -1)) == "31 Dec 1969")
  }
}
