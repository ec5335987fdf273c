import LogRecords

/// A number as one machine word: equal numbers have equal words.
///
/// A number that a double holds exactly is that double. Other whole numbers, all beyond 2^53, are a place in the pass's ``KeyDictionary``,
/// put where doubles are "not a number": so epochs in nanoseconds stay apart.
enum NumberWord {
  /// Doubles whose top 12 bits are all set are not numbers; 52 bits are left.
  private static let wideMark: UInt64 = 0xFFF << 52

  /// The word of a number; `place` gives the place in the dictionary of the bytes of a number that needs one.
  @inline(__always)
  static func word(_ number: Number, place: ([UInt8]) -> UInt64) -> UInt64 {
    switch number {
    case .decimal(let double): return double.bitPattern
    case .integer(let integer):
      if let double = Double(exactly: integer) { return double.bitPattern }
      return wideMark | place(unsafe withUnsafeBytes(of: integer.littleEndian) { unsafe Array($0) })
    }
  }

  /// The number of a word.
  static func number(_ word: UInt64, bytes: (UInt64) -> [UInt8]) -> Number {
    if word >= wideMark {
      return .integer(bytes(word & ~wideMark).reversed().reduce(0) { $0 << 8 | Int64($1) })
    }
    let double = Double(bitPattern: word)
    if let integer = Int64(exactly: double) { return .integer(integer) }
    return .decimal(double)
  }
}
