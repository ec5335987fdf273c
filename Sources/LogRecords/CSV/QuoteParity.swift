/// Tells what stands within quotes by their parity, 64 bytes at a time (Langdale, Lemire 2019, "Parsing gigabytes of JSON per second").
///
/// That is right only where each quote that opens follows on a delimiter, a line feed or, as the second of a doubled one, on a quote: whether
/// that is so is checked on the way.
struct QuoteParity {
  /// All bits set if what comes next is within quotes, else none.
  private(set) var isInside: UInt64
  /// Whether parity has been right so far.
  private(set) var isRegular = true
  /// 1 if a quote that comes next may open.
  private var mayOpen: UInt64 = 1

  /// What follows the start of a record or a quote.
  init(isInside: Bool) { self.isInside = isInside ? .max : 0 }

  /// Reads 64 bytes, of which `ends` are delimiters and line feeds; gives those within quotes, an opening quote among them.
  @inline(__always)
  mutating func read(quotes: UInt64, ends: UInt64) -> UInt64 {
    var inside = quotes
    inside ^= inside << 1
    inside ^= inside << 2
    inside ^= inside << 4
    inside ^= inside << 8
    inside ^= inside << 16
    inside ^= inside << 32
    inside ^= isInside
    if quotes & inside & ~((ends | quotes) << 1 | mayOpen) != 0 { isRegular = false }
    isInside = 0 &- (inside >> 63)
    mayOpen = (ends | quotes) >> 63
    return inside
  }

  /// Reads 64 bytes outside quotes that hold none.
  @inline(__always)
  mutating func read(ends: UInt64) { mayOpen = ends >> 63 }
}
