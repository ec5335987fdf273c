import CivilTime
import LogRecords
import SafeText

/// Turns words back into values and puts them in order, once a pass is over.
struct KeyReader: Sendable {
  let dictionary: KeyDictionary

  /// The bytes that a word of a text stands for.
  func bytes(_ word: UInt64) -> [UInt8] { KeyWord.bytes(of: word) ?? dictionary.bytes(at: word & KeyWord.payloadMask) }

  /// The words that were made into one.
  func words(_ word: UInt64) -> [UInt64] {
    let bytes = dictionary.bytes(at: word & KeyWord.payloadMask)
    return unsafe bytes.withUnsafeBytes { unsafe Array($0.bindMemory(to: UInt64.self)) }
  }

  /// The number that a word stands for.
  func number(_ word: UInt64) -> Number { NumberWord.number(word) { dictionary.bytes(at: $0) } }

  /// The value that a key's word stands for.
  func value(_ word: UInt64, of source: KeySource) -> Value {
    switch source {
    case .text, .outcome: word == KeyWord.missing ? .missing : .text(ByteString(bytes: bytes(word)))
    case .timeBin: .time(Timestamp(nanoseconds: Int64(bitPattern: word)))
    case .number: Value(number(word))
    }
  }

  /// The whole number that a text is, if it is written as a computer would write it.
  func integer(_ word: UInt64) -> Int64? {
    if KeyWord.form(of: word) == KeyWord.Form.integer.rawValue { return Int64(bitPattern: word << 8) >> 8 }
    let bytes = bytes(word)
    guard bytes.count > 0, bytes.count <= 20, let integer = Int64(String(decoding: bytes, as: UTF8.self)) else { return nil }
    return Array(String(integer).utf8) == bytes ? integer : nil
  }

  /// Whether one text comes before another, by their bytes; short texts need no copies of them.
  func isBefore(_ left: UInt64, _ right: UInt64) -> Bool {
    if KeyWord.form(of: left) < 8, KeyWord.form(of: right) < 8 {
      let (first, second) = (leadingBytes(left, from: 0), leadingBytes(right, from: 0))
      if first != second { return first < second }
    }
    return bytes(left).lexicographicallyPrecedes(bytes(right))
  }

  /// Sixteen bytes of a text after the first `start`, as a number that orders texts as their bytes do unless it is equal.
  func leadingBytes(_ word: UInt64, from start: Int) -> UInt128 {
    switch KeyWord.form(of: word) {
    case 0..<8: return UInt128(word.byteSwapped & ~0xFF) << UInt128(64 + 8 * start)
    default:
      var leading: UInt128 = 0
      for (index, byte) in bytes(word).dropFirst(start).prefix(16).enumerated() { leading |= UInt128(byte) << UInt128(120 - index * 8) }
      return leading
    }
  }
}
