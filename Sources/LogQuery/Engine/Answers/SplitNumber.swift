import LogRecords

/// A number taken apart into its nearest double and what that leaves over, so that numbers are put in order without rounding any, and fast:
/// nearly always the doubles differ.
struct SplitNumber: BitwiseCopyable, Comparable {
  /// The nearest double; minus infinity where there is no number.
  let double: Double
  /// The number less its double: 0 but for whole numbers beyond 2^53, which are at most 512 from one.
  private let remainder: Int16

  /// Comes after all numbers in an order of the largest first.
  static let missing = SplitNumber(double: -.infinity, remainder: 0)

  /// Comes before all of them.
  static let beyondAll = SplitNumber(double: .infinity, remainder: 0)

  /// So many rows, which are fewer than 2^53.
  @inline(__always)
  init(rows: Int) { self.init(double: Double(rows), remainder: 0) }

  /// A number, if there is one.
  init(_ number: Number?) {
    switch number {
    case nil: self = .missing
    case .decimal(let decimal): self.init(double: decimal, remainder: 0)
    case .integer(let whole):
      let double = Double(whole)
      self.init(double: double, remainder: Int16(truncatingIfNeeded: Int128(whole) - Int128(double)))
    }
  }

  @inline(__always)
  private init(double: Double, remainder: Int16) {
    self.double = double
    self.remainder = remainder
  }

  /// The number; nil if there is none.
  var number: Number? {
    guard double.isFinite else { return nil }
    guard let whole = Int64(exactly: Int128(exactly: double).map { $0 + Int128(remainder) } ?? .max) else { return .decimal(double) }
    return .integer(whole)
  }

  /// By size: as a double is the nearest one, numbers with different doubles are in the order of those.
  @inline(__always)
  static func < (left: SplitNumber, right: SplitNumber) -> Bool {
    left.double == right.double ? left.remainder < right.remainder : left.double < right.double
  }
}
