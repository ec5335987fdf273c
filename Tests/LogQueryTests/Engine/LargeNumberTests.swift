import Foundation
import LogRecords
import SafeText
import Testing

@testable import LogQuery

/// Numbers that doubles can't tell apart.
@Suite struct LargeNumberTests {
  /// Whole numbers around powers of two, doubles beside them, and small ones.
  private static let numbers: [Number] = {
    let powers: [Int64] = [1 << 51, 1 << 52, 1 << 53, 1 << 54, 1 << 60, 1 << 62, .max]
    let whole = powers.flatMap { power in [power, power - 1, power - 2, power - 513] + (power == .max ? [] : [power + 1, power + 255]) }
    let doubles = [0.5, 1e15 + 0.5, 4_503_599_627_370_495.5, 9.223_372_036_854_775_8e18, 9.3e18, 1e300]
    return ([0, 1, 7] + whole + whole.map { -$0 } + [.min]).map(Number.integer)
      + (doubles + doubles.map { -$0 }).map { Number($0) }
  }()

  /// As a whole number of halves, which all the numbers above but the largest two are.
  private static func halves(_ number: Number) -> Double128 {
    switch number {
    case .integer(let whole): Double128(halves: Int128(whole) * 2, beyond: 0)
    case .decimal(let double):
      Int128(exactly: double * 2).map { Double128(halves: $0, beyond: 0) } ?? Double128(halves: double < 0 ? .min : .max, beyond: double)
    }
  }

  /// A number written so that its order is plain.
  private struct Double128: Comparable {
    var halves: Int128
    var beyond: Double

    static func < (left: Double128, right: Double128) -> Bool { (left.halves, left.beyond) < (right.halves, right.beyond) }
  }

  @Test func splitNumbersAreInTheOrderOfNumbers() {
    for left in Self.numbers {
      #expect(SplitNumber(left).number == left)
      #expect(SplitNumber.missing < SplitNumber(left) && SplitNumber(left) < .beyondAll)
      for right in Self.numbers {
        let (one, other) = (Self.halves(left), Self.halves(right))
        #expect((SplitNumber(left) < SplitNumber(right)) == (one < other), "\(left) \(right)")
        #expect((SplitNumber(left) == SplitNumber(right)) == (one == other), "\(left) \(right)")
        #expect((left.order(to: right) == .less) == (one < other), "\(left) \(right)")
      }
    }
    #expect(SplitNumber(nil).number == nil)
  }

  /// Python: round(Fraction(low) + Fraction(high - low) * Fraction(part)), which rounds a half to the even number; small ones by numpy.
  @Test func quantilesOfLargeWholeNumbersAreExact() {
    func between(_ low: Int64, _ high: Int64, _ part: Double) -> Number? {
      NumberQuantile.between(.integer(low), .integer(high), part: part)
    }
    #expect(between(9_007_199_254_740_991, 9_007_199_254_740_993, 0.5) == .integer(9_007_199_254_740_992))
    #expect(between(9_007_199_254_740_993, 9_007_199_254_740_995, 0.5) == .integer(9_007_199_254_740_994))
    #expect(between(9_007_199_254_740_993, 9_007_199_254_740_994, 0.5) == .integer(9_007_199_254_740_994))
    #expect(between(9_007_199_254_740_994, 9_007_199_254_740_995, 0.5) == .integer(9_007_199_254_740_994))
    #expect(between(.min, .max, 0.5) == .integer(0))
    #expect(between(.min, -1 << 60, 0.25) == .integer(-7_205_759_403_792_793_600))
    #expect(between(1 << 60, .max, 0.949_999_999_999_999_3) == .integer(8_819_849_510_242_373_631))
    #expect(between(.max, .max, 0.3) == .integer(.max))
    #expect(between(1, 2, 0.5) == .decimal(1.5))
    #expect(between(1, 5, 0.25) == .integer(2))
    #expect(between(0, 3, 0.949_999_999_999_999_3) == .decimal(2.849_999_999_999_998))
    #expect(NumberQuantile.between(.integer(1), .decimal(2.5), part: 0.5) == .decimal(1.75))
  }

  /// Four users whose greatest, median and 95th percentile differ by less than doubles can tell; the expected order is plain to see.
  @Test func groupsAreInTheOrderOfTheirExactValues() throws {
    let base: Int64 = 9_007_199_254_740_992
    let rows = [("a", base + 1), ("b", base), ("c", base + 3), ("d", base + 2), ("e", 5)].flatMap { user, most in
      [most, most, most].map { "\(user),\($0)" }
    }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("logbrief-large-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(("user,bytes\n" + rows.joined(separator: "\n") + "\n").utf8).write(to: file)
    let measures: [Measure] = [Measure.Statistic.max, .min, .median, .p95].map { .statistic($0, column: "bytes") }
    for jobs in [1, 3] {
      let engine = try ScanEngineTests.engine([file.path], jobs: jobs, chunkSize: 40)
      let tables = try engine.run(measures.map { Query(groups: [.column("user")], measures: [$0], top: Query.Top(2)) }).tables
      for table in tables {
        #expect(table.rows.map(\.keys) == [[.text("c")], [.text("d")]], "\(table.query.measures[0].text)")
        #expect(table.rows.map(\.values) == [[.integer(base + 3)], [.integer(base + 2)]])
      }
      let all = try engine.run([Query(groups: [.column("user")], measures: [measures[0]])]).tables[0]
      #expect(all.rows.map(\.keys) == ["c", "d", "a", "b", "e"].map { [.text($0)] })
    }
  }
}
