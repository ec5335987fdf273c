/// Random words by number: word n of a stream is the same on every machine and needs none of the words before it.
///
/// The words are those of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014) started at
/// the stream's base, which is itself a SplitMix64 word, so that streams of one seed do not overlap in practice.
struct RandomStream {
  private let base: UInt64

  /// Stream `number` of a seed.
  init(seed: UInt64, number: UInt64) {
    base = Self.mixed(Self.mixed(seed) &+ number &* Self.golden)
  }

  /// Word number `index`, from 0.
  @inline(__always)
  func word(_ index: UInt64) -> UInt64 { Self.mixed(base &+ (index &+ 1) &* Self.golden) }

  private static let golden: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// SplitMix64's finaliser: Stafford's variant 13 of MurmurHash3's.
  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    var value = word
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
