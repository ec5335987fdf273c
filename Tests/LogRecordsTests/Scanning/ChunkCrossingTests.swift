import Testing

@testable import LogRecords

/// The quick look at a chunk against reading it byte by byte.
@Suite struct ChunkCrossingTests {
  /// Compares with reading every byte, from each state.
  func compare(_ bytes: [UInt8]) {
    let crossing = bytes.withUnsafeBytes { ChunkCrossing($0, quote: 34, delimiter: 44) }
    for start in QuoteState.allCases {
      var state = start
      var recordsEnd = 0
      for (position, byte) in bytes.enumerated() {
        if byte == 10, state != .quoted { recordsEnd = position + 1 }
        state = state.after(byte, quote: 34, delimiter: 44)
      }
      #expect(crossing.outcome(from: start) == ChunkCrossing.Outcome(state: state, recordsEnd: recordsEnd), "\(bytes) from \(start)")
    }
  }

  @Test(arguments: 0..<20) func agreesWithReadingEveryByte(seed: UInt64) {
    var random = FixedRandom(seed: seed)
    let alphabet = Array("\"\"\"\n,,ab".utf8)
    for _ in 0..<200 {
      compare((0..<Int.random(in: 0...24, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 })
    }
  }

  /// Records as programs write them, cut anywhere, some with a stray quote: long enough for parity to be asked.
  @Test(arguments: 0..<20) func agreesOnQuotedRecords(seed: UInt64) {
    var random = FixedRandom(seed: 100 + seed)
    let fields = ["\"a,b\"", "\"\"", "\"say \"\"no\"\"\"", "\"two\nlines\n\"", "plain", "", "\"\"\"\"", "\"closed\"late"]
    for _ in 0..<100 {
      var text: [UInt8] = []
      for _ in 0..<Int.random(in: 1...60, using: &random) {
        text += (fields.randomElement(using: &random) ?? "").utf8
        text.append(Int.random(in: 0..<4, using: &random) == 0 ? 10 : 44)
      }
      if Int.random(in: 0..<4, using: &random) == 0 { text.insert(34, at: Int.random(in: 0..<text.count, using: &random)) }
      let start = Int.random(in: 0..<text.count, using: &random)
      compare(Array(text[start..<Int.random(in: start...text.count, using: &random)]))
    }
  }

  @Test(arguments: 0..<4) func masksFindEveryByte(seed: UInt64) {
    var random = FixedRandom(seed: seed)
    for _ in 0..<200 {
      let bytes = (0..<64).map { _ in UInt8.random(in: 0...255, using: &random) & (Bool.random(using: &random) ? 0x83 : 0xFF) }
      let byte = bytes[Int.random(in: 0..<64, using: &random)]
      var expected: UInt64 = 0
      for (position, other) in bytes.enumerated() where other == byte { expected |= 1 << UInt64(position) }
      bytes.withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress else { return }
        #expect(ByteMasks.mask(ByteMasks.needle(byte), at: start) == expected)
        let needle = 0x0101_0101_0101_0101 &* UInt64(byte)
        let portable = (0..<8).reduce(UInt64(0)) { mask, word in
          mask | PortableByteMask.bits(needle, in: UInt64(littleEndian: buffer.load(fromByteOffset: word * 8, as: UInt64.self)))
            << (word * 8)
        }
        #expect(portable == expected)
      }
    }
  }
}
