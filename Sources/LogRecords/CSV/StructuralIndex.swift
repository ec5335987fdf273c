/// Where the delimiters, line feeds and quotes of some bytes are: found 64 bytes at a time, walked by the decoder afterwards.
///
/// It owns its tables, which grow with the longest stretch indexed.
@safe
final class StructuralIndex {
  /// Number of structural bytes found.
  private(set) var count = 0
  /// Number of line feeds found.
  private(set) var lineFeedCount = 0
  /// Whether there is a quote among them.
  private(set) var hasQuotes = false

  /// Positions of the structural bytes, ascending; before the first lies that of the byte before all that was indexed.
  private(set) var positions: UnsafeMutablePointer<UInt32>
  /// For each line feed its index in `positions`.
  private(set) var lineFeeds: UnsafeMutablePointer<UInt32>
  /// Room for the decoder to note as much about each line.
  private(set) var notes: UnsafeMutablePointer<UInt32>
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
    unsafe positions = .allocate(capacity: 1 + capacity + Self.slack) + 1
    unsafe lineFeeds = .allocate(capacity: capacity + Self.slack)
    unsafe notes = .allocate(capacity: capacity + Self.slack)
  }

  deinit { deallocate() }

  private func deallocate() {
    unsafe (positions - 1).deallocate()
    unsafe lineFeeds.deallocate()
    unsafe notes.deallocate()
  }

  /// Indexes `bytes[range]`; positions count from the start of `bytes`.
  func fill(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    reserve(range.count)
    unsafe positions[-1] = UInt32(truncatingIfNeeded: range.lowerBound &- 1)
    var found = unsafe Found(positions: positions, lineFeeds: lineFeeds)
    if let base = bytes.baseAddress {
      var start = range.lowerBound
      while start + ByteMasks.length <= range.upperBound {
        unsafe find(at: base + start, start, among: .max, &found)
        start += ByteMasks.length
      }
      if start < range.upperBound { unsafe findRest(base, start..<range.upperBound, &found) }
    }
    count = found.count
    lineFeedCount = found.lineFeedCount
    hasQuotes = found.quotes != 0
  }

  /// What a fill has found so far: kept in registers, not in the object.
  @safe
  private struct Found {
    let positions: UnsafeMutablePointer<UInt32>
    let lineFeeds: UnsafeMutablePointer<UInt32>
    var count = 0
    var lineFeedCount = 0
    var quotes: UInt64 = 0
  }

  /// Adds the structural bytes of a block that lies at `offset`.
  @inline(__always)
  private func find(at block: UnsafeRawPointer, _ offset: Int, among valid: UInt64, _ found: inout Found) {
    let ends = unsafe ByteMasks.mask(lineFeed, at: block) & valid
    let quotes = unsafe ByteMasks.mask(quote, at: block) & valid
    let all = unsafe (ByteMasks.mask(delimiter, at: block) & valid) | ends | quotes
    found.quotes |= quotes
    var rest = ends
    while rest != 0 {
      let below = (rest & (0 &- rest)) &- 1
      unsafe found.lineFeeds[found.lineFeedCount] = UInt32(truncatingIfNeeded: found.count &+ (all & below).nonzeroBitCount)
      found.lineFeedCount &+= 1
      rest &= rest &- 1
    }
    rest = all
    var next = unsafe found.positions + found.count
    while rest != 0 {
      for place in 0..<8 {
        unsafe next[place] = UInt32(truncatingIfNeeded: offset &+ rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
      unsafe next += 8
    }
    found.count &+= all.nonzeroBitCount
  }

  /// Adds the structural bytes of the last, shorter block.
  private func findRest(_ base: UnsafeRawPointer, _ range: Range<Int>, _ found: inout Found) {
    unsafe withUnsafeTemporaryAllocation(byteCount: ByteMasks.length, alignment: 16) { block in
      unsafe block.copyMemory(from: UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
      guard let copy = block.baseAddress else { return }
      unsafe find(at: copy, range.lowerBound, among: (1 << UInt64(range.count)) - 1, &found)
    }
  }

  private func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    deallocate()
    capacity = wanted
    unsafe positions = .allocate(capacity: 1 + capacity + Self.slack) + 1
    unsafe lineFeeds = .allocate(capacity: capacity + Self.slack)
    unsafe notes = .allocate(capacity: capacity + Self.slack)
  }
}
