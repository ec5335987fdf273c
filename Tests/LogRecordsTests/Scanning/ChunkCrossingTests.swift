import Testing

@testable import LogRecords

/// The quick look at a chunk against reading it byte by byte.
@Suite struct ChunkCrossingTests {
  @Test(arguments: 0..<20) func agreesWithReadingEveryByte(seed: UInt64) {
    var random = FixedRandom(seed: seed)
    let alphabet = Array("\"\"\"\n,,ab".utf8)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
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
