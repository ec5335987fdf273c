import LogRecords
import Testing

@testable import LogQuery

/// Expected sums are those of Python's `math.fsum`, which rounds once.
@Suite struct FixedPointSumTests {
  @Test(
    arguments: [
      ([0.1, 0.2, 0.3], 0.6), ([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], 1.0), ([1e16, 1, -1e16], 1),
      ([-0.1, -0.2], -0.30000000000000004),
      ([1.1, -1.1], 0), ([5e-10, 1e20, -1e20], 5e-10), ([1e22, 0.7, 0.7], 1e22), ([123456789.125, -0.0625], 123456789.0625),
    ] as [([Double], Double)])
  func sumsAreExact(numbers: [Double], expected: Double) {
    var forwards = FixedPointSum()
    var backwards = FixedPointSum()
    for number in numbers { forwards.add(.decimal(number)) }
    for number in numbers.reversed() {
      var one = FixedPointSum()
      one.add(.decimal(number))
      backwards.merge(one)
    }
    #expect(forwards.double == expected)
    #expect(backwards.double == expected)
  }

  @Test func integersStayExact() {
    var sum = FixedPointSum()
    for number in [Int64.max, Int64.max, Int64.min, -5] { sum.add(.integer(number)) }
    #expect(sum.integer == 9_223_372_036_854_775_801)
    sum.add(.integer(.min))
    #expect(sum.integer == -7)
    sum.add(.decimal(0.5))
    #expect(sum.integer == nil)
    #expect(sum.double == -6.5)
  }

  @Test func hugeNumbersMakeItUnknown() {
    var sum = FixedPointSum()
    sum.add(.decimal(1e30))
    sum.add(.integer(1))
    #expect(sum.double == nil)
    #expect(sum.integer == nil)
  }
}
