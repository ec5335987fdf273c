/// Reads a cell's bytes from left to right; every access is checked against the end.
///
/// It borrows the memory of whoever called the parser and never outlives that call.
@safe
struct ByteCursor {
  private let bytes: UnsafeRawBufferPointer
  /// Offset of the next byte.
  private(set) var position = 0

  /// A cursor before the first byte.
  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer) { unsafe self.bytes = bytes }

  /// Whether every byte has been read.
  @inline(__always)
  var isAtEnd: Bool { unsafe position == bytes.count }

  /// Number of bytes not read yet.
  @inline(__always)
  var remaining: Int { unsafe bytes.count - position }

  /// The next byte, which stays unread; 0 at the end.
  @inline(__always)
  var next: UInt8 { unsafe position < bytes.count ? bytes[position] : 0 }

  /// The byte `distance` after the next one, which stays unread; 0 past the end.
  @inline(__always)
  func peek(_ distance: Int) -> UInt8 { unsafe position + distance < bytes.count ? bytes[position + distance] : 0 }

  /// Reads `byte` if it comes next.
  @inline(__always)
  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte, !isAtEnd else { return false }
    position += 1
    return true
  }

  /// Reads a number of bytes, or as many as there are.
  @inline(__always)
  mutating func advance(by count: Int = 1) { position += min(count, remaining) }

  /// The eight bytes from `distance` after the next one, the first one lowest; zeros if there are not so many.
  @inline(__always)
  func eightBytes(_ distance: Int) -> UInt64 {
    guard remaining >= distance + 8 else { return 0 }
    return unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position + distance, as: UInt64.self))
  }

  /// Reads exactly two digits.
  @inline(__always)
  mutating func twoDigits() -> Int? {
    let tens = next &- 0x30
    let units = peek(1) &- 0x30
    guard tens < 10, units < 10 else { return nil }
    position += 2
    return Int(tens) * 10 + Int(units)
  }

  /// Reads one or two digits.
  @inline(__always)
  mutating func oneOrTwoDigits() -> Int? {
    if let both = twoDigits() { return both }
    let digit = next &- 0x30
    guard digit < 10 else { return nil }
    position += 1
    return Int(digit)
  }

  /// Reads exactly four digits.
  @inline(__always)
  mutating func fourDigits() -> Int? {
    guard let high = twoDigits(), let low = twoDigits() else { return nil }
    return high * 100 + low
  }

  /// Reads as many digits as there are, at most `limit`: their value and number.
  @inline(__always)
  mutating func digits(atMost limit: Int) -> (value: UInt64, count: Int) {
    var value: UInt64 = 0
    var count = 0
    while count < limit {
      let digit = next &- 0x30
      guard digit < 10 else { break }
      value = value &* 10 &+ UInt64(digit)
      count += 1
      position += 1
    }
    return (value, count)
  }

  /// Reads an ASCII word if it comes next, in upper or lower case; `word` is in lower case.
  mutating func skip(word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard length <= remaining else { return false }
    for index in 0..<length where unsafe peek(index).asciiLowercased != word.utf8Start[index] { return false }
    position += length
    return true
  }
}

extension UInt8 {
  /// The byte with ASCII letters in lower case.
  @inline(__always)
  var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
