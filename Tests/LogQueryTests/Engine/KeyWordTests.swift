import LogRecords
import SafeText
import Testing

@testable import LogQuery

/// Words stand for texts one to one, whatever form they take.
@Suite struct KeyWordTests {
  let dictionary = KeyDictionary(.forTests)

  /// The word of a text that lies at the end of a buffer, with so many bytes after it.
  func word(_ text: [UInt8], followedBy rest: [UInt8] = [], _ encoder: inout KeyEncoder) -> UInt64 {
    (text + rest).withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return encoder.word(of: bytes) }
      return encoder.word(of: start, count: text.count, readable: bytes.count)
    }
  }

  @Test(arguments: [
    ("", 0), ("a", 1), ("1.2.3.4", 7), ("seven77", 7), ("eight888", 8), ("10.0.0.1", 9), ("255.255.255.255", 9), ("192.168.0.77", 9),
    ("256.1.1.1", 11), ("1.2.3.04", 8), ("01.2.3.4", 8), ("1.2.3.4.5", 11), ("1..2.3.4", 8), ("1.2.3.", 6), ("1.2.3.456", 11),
    ("1.2.3.4567", 11), ("12345678", 10), ("-1234567", 10), ("00000001", 8), ("-0000001", 8), ("1234567890123456", 10),
    ("9999999999999999", 10), ("12345678901234567", 11), ("login_attempt", 11), ("1234567x", 8), ("\u{E9}\u{E9}\u{E9}\u{E9}", 11),
    ("2001:db8::1", 11), ("10.1.2.3 ", 11), ("10.1.2.3\0", 11), ("-", 1), ("1.2.3.4:", 8), ("192.168.1.1:8080", 11),
    ("255.25555.052.2", 11), ("1.1.1234567890.1", 11),
  ])
  func formsFollowFromBytes(text: String, form: UInt8) {
    var encoder = KeyEncoder(dictionary)
    let bytes = Array(text.utf8)
    let alone = word(bytes, &encoder)
    #expect(KeyWord.form(of: alone) == form)
    #expect(word(bytes, followedBy: Array("0.123456789abcdefghijk".utf8), &encoder) == alone)
    #expect(KeyReader(dictionary: dictionary).bytes(alone) == bytes)
  }

  @Test(arguments: 0..<8) func differentTextsHaveDifferentWords(seed: UInt64) {
    var random = SplitMix64(state: seed)
    var encoder = KeyEncoder(dictionary)
    var other = KeyEncoder(dictionary)
    let reader = KeyReader(dictionary: dictionary)
    var words: [UInt64: [UInt8]] = [:]
    let alphabets: [[UInt8]] = [Array("0123456789.".utf8), Array("0125.-".utf8), Array("ab\0".utf8), Array(0...255)]
    for _ in 0..<4_000 {
      let alphabet = alphabets[Int.random(in: 0..<4, using: &random)]
      let text = (0..<Int.random(in: 0...19, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      let found = word(text, followedBy: Array(repeating: 0x35, count: Int.random(in: 0...20, using: &random)), &encoder)
      #expect(reader.bytes(found) == text)
      #expect(words.updateValue(text, forKey: found) ?? text == text)
      #expect(word(text, &other) == found)
    }
  }

  @Test(arguments: [
    Number.integer(0), .integer(7), .integer(-3), .decimal(0.5), .decimal(-2.75), .integer(9_007_199_254_740_993), .integer(.max),
    .integer(.min), .integer(1_793_491_200_000_000_001), .decimal(1e300), .decimal(5e-300),
  ])
  func numbersComeBack(number: Number) {
    var encoder = KeyEncoder(dictionary)
    let word = encoder.word(of: number)
    #expect(word != KeyWord.noValue)
    #expect(KeyReader(dictionary: dictionary).number(word) == number)
    #expect(encoder.word(of: number) == word)
  }

  @Test func leadingBytesOrderTexts() {
    var encoder = KeyEncoder(dictionary)
    let reader = KeyReader(dictionary: dictionary)
    let texts = [
      "", "\0", "a", "a\0", "ab", "b", "10.0.0.1", "10.0.0.10", "100.0.0.1", "9.255.0.3", "12345678", "123456789", "abcdefgh", "abcdefghi",
    ]
    for left in texts {
      for right in texts {
        let (first, second) = (
          reader.leadingBytes(word(Array(left.utf8), &encoder), from: 0), reader.leadingBytes(word(Array(right.utf8), &encoder), from: 0)
        )
        if first != second { #expect((first < second) == left.utf8.lexicographicallyPrecedes(right.utf8), "\(left) \(right)") }
        let isBefore = reader.isBefore(word(Array(left.utf8), &encoder), word(Array(right.utf8), &encoder))
        #expect(isBefore == left.utf8.lexicographicallyPrecedes(right.utf8), "\(left) \(right)")
      }
    }
  }
}
