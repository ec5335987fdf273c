/// A random word that is spent bit by bit: each draw takes as much randomness as it needs and leaves the rest.
///
/// The word is read as a fraction of one; times `bound` its whole part is the draw and what lies behind the point is left
/// (Lemire, "Fast random integer generation in an interval", 2019, without the rejection step: with bounds whose product stays below 2^44
/// no value is favoured by more than one part in a million).
struct RandomDraw {
  private var rest: UInt64

  /// All of a word.
  @inline(__always)
  init(_ word: UInt64) { rest = word }

  /// A number in 0..<bound; 0 where the bound is 0.
  @inline(__always)
  mutating func below(_ bound: UInt64) -> UInt64 {
    let product = rest.multipliedFullWidth(by: bound)
    rest = product.low
    return product.high
  }
}
