/// A key as one machine word: equal words mean equal bytes, within one pass over a source.
///
/// The top byte says how the other 56 bits are to be read: short texts are held as they are, addresses and whole numbers as numbers, all other
/// texts as their place in the pass's ``KeyDictionary``. Which form a text takes follows from its bytes alone.
enum KeyWord {
  /// How a word is to be read.
  enum Form: UInt8 {
    /// Forms 0…7 hold as many bytes, the first one lowest; 0 is no value.
    case missing = 0
    /// Eight ASCII bytes of seven bits each.
    case ascii8 = 8
    /// An IPv4 address as it is usually written.
    case address = 9
    /// A whole number without needless signs and zeros.
    case integer = 10
    /// A place in the dictionary.
    case dictionary = 11
  }

  /// The word of "no value".
  static let missing: UInt64 = 0
  /// Stands for a cell that has no number or no time where one is needed; no word of a value equals it.
  static let noValue = UInt64.max

  private static let payloadBits: UInt64 = 56
  static let payloadMask: UInt64 = (1 << 56) - 1

  /// A word of a form.
  @inline(__always)
  static func make(_ form: Form, _ payload: UInt64) -> UInt64 { UInt64(form.rawValue) << payloadBits | (payload & payloadMask) }

  /// The form's number.
  @inline(__always)
  static func form(of word: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: word >> payloadBits) }

  /// Whether a word is an address, whose low 32 bits then say which.
  @inline(__always)
  static func isAddress(_ word: UInt64) -> Bool { form(of: word) == Form.address.rawValue }

  /// The word of a text, if it needs no dictionary.
  ///
  /// - Parameter start: where the text's bytes are; sixteen may be read.
  @inline(__always)
  static func inline(_ text: TextWords, at start: UnsafeRawPointer) -> UInt64? {
    if text.count < 8 { return UInt64(truncatingIfNeeded: text.count) << payloadBits | text.low }
    let first = UInt8(truncatingIfNeeded: text.low)
    if first &- 0x30 < 10 || first == UInt8(ascii: "-") {
      if let address = unsafe AddressText.parse(text, at: start) { return make(.address, UInt64(address)) }
      if let number = integer(text) { return make(.integer, UInt64(bitPattern: number)) }
    }
    return text.count == 8 ? ascii8(text.low) : nil
  }

  /// The word of a text, if it needs no dictionary.
  static func inline(_ bytes: [UInt8]) -> UInt64? {
    guard bytes.count <= TextWords.mostBytes else { return nil }
    let padded = bytes + Array(repeating: 0, count: TextWords.mostBytes - bytes.count)
    return unsafe padded.withUnsafeBytes { buffer in
      unsafe buffer.baseAddress.flatMap { start in unsafe inline(TextWords(start, count: bytes.count), at: start) }
    }
  }

  /// Eight bytes, if all are ASCII.
  @inline(__always)
  private static func ascii8(_ word: UInt64) -> UInt64? {
    guard word & 0x8080_8080_8080_8080 == 0 else { return nil }
    let pairs = (word & 0x007F_007F_007F_007F) | (word & 0x7F00_7F00_7F00_7F00) >> 1
    let quads = (pairs & 0x0000_3FFF_0000_3FFF) | (pairs & 0x3FFF_0000_3FFF_0000) >> 2
    return make(.ascii8, (quads & 0x0FFF_FFFF) | (quads & 0x0FFF_FFFF_0000_0000) >> 4)
  }

  /// A whole number, if it is written as a computer would write it.
  private static func integer(_ text: TextWords) -> Int64? {
    var rest = text.bits
    var count = text.count
    let isNegative = UInt8(truncatingIfNeeded: rest) == UInt8(ascii: "-")
    if isNegative {
      rest >>= 8
      count -= 1
    }
    guard UInt8(truncatingIfNeeded: rest) != UInt8(ascii: "0") else { return nil }
    var value: Int64 = 0
    for _ in 0..<count {
      let digit = UInt8(truncatingIfNeeded: rest) &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int64(digit)
      rest >>= 8
    }
    return value < 1 << 54 ? (isNegative ? -value : value) : nil
  }

  /// The bytes of a word that needs no dictionary.
  static func bytes(of word: UInt64) -> [UInt8]? {
    switch form(of: word) {
    case let count where count < 8: return (0..<UInt64(count)).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
    case Form.ascii8.rawValue: return (0..<8).map { UInt8(word >> ($0 * 7) & 0x7F) }
    case Form.address.rawValue:
      return AddressText.bytes(UInt32(truncatingIfNeeded: word))
    case Form.integer.rawValue: return Array(String(Int64(bitPattern: word << 8) >> 8).utf8)
    default: return nil
    }
  }
}
