/// A key of fixed size, as tables hold it.
protocol TableKey: BitwiseCopyable, Hashable, Sendable {
  /// A value to fill unused memory with.
  static var filler: Self { get }
  /// Spreads the key.
  func mixed(_ hash: KeyHash) -> UInt64
}

extension UInt32: TableKey {
  static var filler: UInt32 { 0 }
  @inline(__always)
  func mixed(_ hash: KeyHash) -> UInt64 { hash.mix(UInt64(self)) }
}

extension UInt64: TableKey {
  static var filler: UInt64 { 0 }
  @inline(__always)
  func mixed(_ hash: KeyHash) -> UInt64 { hash.mix(self) }
}

/// A key of two words.
struct WordPair: TableKey {
  var first: UInt64
  var second: UInt64

  static var filler: WordPair { WordPair(first: 0, second: 0) }
  @inline(__always)
  func mixed(_ hash: KeyHash) -> UInt64 { hash.mix(first, second) }
}
