/// Where the delimiters, line feeds and quotes of some bytes are: found 64 bytes at a time, walked by the decoder afterwards.
///
/// It owns its two tables, which grow with the longest stretch indexed.
@safe
final class StructuralIndex {
  /// Number of structural bytes found.
  private(set) var count = 0
  /// Number of line feeds found.
  private(set) var lineFeedCount = 0
  /// Whether there is a quote among them.
  private(set) var hasQuotes = false

  /// Positions of the structural bytes, ascending.
  private(set) var positions: UnsafeMutablePointer<UInt32>
  /// For each line feed its index in `positions`.
  private(set) var lineFeeds: UnsafeMutablePointer<UInt32>
  private var capacity: Int

  private let delimiter: ByteMasks.Needle
  private let lineFeed = ByteMasks.needle(UInt8(ascii: "\n"))
  private let quote: ByteMasks.Needle

  /// Positions are written eight at a time, so that many may be written past the last.
  private static let slack = 72

  /// An index of two bytes and line feeds.
  init(delimiter: UInt8, quote: UInt8) {
    self.delimiter = ByteMasks.needle(delimiter)
    self.quote = ByteMasks.needle(quote)
    capacity = 1 << 14
    unsafe positions = .allocate(capacity: capacity + Self.slack)
    unsafe lineFeeds = .allocate(capacity: capacity + Self.slack)
  }

  deinit {
    unsafe positions.deallocate()
    unsafe lineFeeds.deallocate()
  }

  /// Indexes `bytes[range]`; positions count from the start of `bytes`.
  func fill(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    reserve(range.count)
    count = 0
    lineFeedCount = 0
    guard let base = bytes.baseAddress else { return }
    var quotes: UInt64 = 0
    var start = range.lowerBound
    while start + ByteMasks.length <= range.upperBound {
      unsafe quotes |= append(at: base + start, start, among: .max)
      start += ByteMasks.length
    }
    if start < range.upperBound {
      let rest = range.upperBound - start
      quotes |= unsafe withUnsafeTemporaryAllocation(byteCount: ByteMasks.length, alignment: 16) { block in
        unsafe block.copyMemory(from: UnsafeRawBufferPointer(start: base + start, count: rest))
        guard let copy = block.baseAddress else { return 0 }
        return unsafe append(at: copy, start, among: (1 << UInt64(rest)) - 1)
      }
    }
    hasQuotes = quotes != 0
  }

  /// Adds the structural bytes of a block that lies at `offset`; gives the mask of its quotes.
  @inline(__always)
  private func append(at block: UnsafeRawPointer, _ offset: Int, among valid: UInt64) -> UInt64 {
    let ends = unsafe ByteMasks.mask(lineFeed, at: block) & valid
    let quotes = unsafe ByteMasks.mask(quote, at: block) & valid
    let all = unsafe (ByteMasks.mask(delimiter, at: block) & valid) | ends | quotes
    var rest = ends
    while rest != 0 {
      let below = (rest & (0 &- rest)) - 1
      unsafe lineFeeds[lineFeedCount] = UInt32(truncatingIfNeeded: count + (all & below).nonzeroBitCount)
      lineFeedCount += 1
      rest &= rest - 1
    }
    rest = all
    var next = count
    while rest != 0 {
      for _ in 0..<8 {
        unsafe positions[next] = UInt32(truncatingIfNeeded: offset + rest.trailingZeroBitCount)
        rest &= rest &- 1
        next += 1
      }
    }
    count += all.nonzeroBitCount
    return quotes
  }

  private func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    capacity = wanted
    unsafe positions.deallocate()
    unsafe lineFeeds.deallocate()
    unsafe positions = .allocate(capacity: capacity + Self.slack)
    unsafe lineFeeds = .allocate(capacity: capacity + Self.slack)
  }
}
