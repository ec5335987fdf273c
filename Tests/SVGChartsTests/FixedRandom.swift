import SafeText

/// Numbers and texts that are the same in every run: SplitMix64.
struct FixedRandom {
  var state: UInt64

  mutating func next(in range: ClosedRange<Int>) -> Int { range.lowerBound + Int(next() % UInt64(range.count)) }

  /// Text of ASCII, Cyrillic, Chinese and hidden scalars and stray bytes.
  mutating func text(upTo longest: Int) -> ByteString {
    var bytes: [UInt8] = []
    for _ in 0..<next(in: 0...longest) {
      switch next(in: 0...9) {
      case 0: bytes += "Ж".utf8
      case 1: bytes += "語".utf8
      case 2: bytes += "\u{202E}".utf8
      case 3: bytes.append(0xFF)
      default: bytes.append(UInt8(next(in: 0x20...0x7E)))
      }
    }
    return ByteString(bytes: bytes)
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
