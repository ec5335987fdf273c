import Testing

@testable import SVGCharts

/// Expected ticks and nice ends are those that d3-array 3.2 and d3-scale 4.0 give for the same domains.
@Suite struct LinearScaleTests {
  @Test(arguments: [
    (0.0, 1.0, 8.0, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]), (0, 1, 4, [0, 0.2, 0.4, 0.6, 0.8, 1]), (0, 1, 3, [0, 0.5, 1]),
    (0, 1, 1, [0, 1]), (0, 10, 7, [0, 2, 4, 6, 8, 10]), (0, 10, 3, [0, 5, 10]), (-10, 10, 7, [-10, -8, -6, -4, -2, 0, 2, 4, 6, 8, 10]),
    (-10, 10, 3, [-10, -5, 0, 5, 10]), (-10, 10, 2, [-10, 0, 10]), (-10, 10, 1, [0]), (0, 2.2, 3, [0, 1, 2]),
    (0.98, 1.14, 10, [0.98, 1, 1.02, 1.04, 1.06, 1.08, 1.1, 1.12, 1.14]),
  ])
  func ticksAreThoseOfD3(_ lower: Double, _ upper: Double, _ count: Double, _ expected: [Double]) {
    #expect(LinearScale(lower, upper).ticks(count) == expected)
  }

  @Test(arguments: [
    (1.1, 10.9, 10.0, 1.0, 11.0), (0.7, 11.001, 10, 0, 12), (0, 0.49, 10, 0, 0.5), (0, 14.1, 5, 0, 20), (0, 15, 5, 0, 20),
    (-96, 0, 10, -100, 0), (-0.96, 0, 10, -1, 0), (-0.1, 51.1, 8, -10, 60), (12, 87, 5, 0, 100), (12, 87, 10, 10, 90),
    (12, 87, 100, 12, 87),
  ])
  func niceEndsAreThoseOfD3(_ lower: Double, _ upper: Double, _ count: Double, _ first: Double, _ last: Double) {
    var scale = LinearScale(lower, upper)
    scale.makeNice(count)
    #expect(scale.lower == first)
    #expect(scale.upper == last)
  }

  @Test func countsHaveWholeTicks() {
    #expect(LinearScale(0, 2).ticks(10, areWhole: true) == [0, 1, 2])
    #expect(LinearScale(0, 1).ticks(3, areWhole: true) == [0, 1])
  }

  @Test func emptyDomainsStayFinite() {
    #expect(LinearScale(0, 0).position(0) == 0)
    #expect(LinearScale(7, 7).upper == 8)
    #expect(LinearScale(-1e308, 1e308).position(0) == 0.5)
    #expect(LinearScale(-1.7e308, 1.7e308).ticks(4).isEmpty)
  }

  @Test(arguments: [
    (1.0, 30.0, 20.0, "20"), (1, 1_500, 1_500, "1,500"), (0.05, 1, 0.75, "0.75"), (2_000_000, 8_000_000, 4_000_000, "4,000,000"),
    (5_000_000, 2e7, 1.5e7, "15\u{A0}M"), (1e9, 4e9, 3e9, "3\u{A0}G"), (1e-13, 1e-12, 1e-12, "1e-12"), (1e300, 4e300, 3e300, "3e300"),
    (1, 10, -4, "-4"), (1, 10, -0.0, "0"), (0.5, 2, 1, "1.0"),
  ])
  func axisNumbersStayShort(_ step: Double, _ largest: Double, _ number: Double, _ expected: String) {
    #expect(AxisNumberText(step: step, largest: largest).text(number) == expected)
  }
}
