/// Where the delimiters and line feeds of some bytes are that end a field: found 64 bytes at a time, walked by the decoder afterwards.
///
/// What stands within quotes is told by their parity. Where that is not right, the decoder asks for the quotes too (``fillWithQuotes(_:_:)``) and
/// judges each.
///
/// It owns its tables, which grow with the longest stretch indexed.
@safe
final class StructuralIndex {
  /// Number of structural bytes found.
  private(set) var count = 0
  /// Number of line feeds among them.
  private(set) var lineFeedCount = 0
  /// Number of line feeds within quotes.
  private(set) var innerLineFeedCount = 0
  /// Whether there are quotes in what was indexed.
  private(set) var hasQuotes = false
  /// Whether their parity tells what stands within: see ``QuoteParity``.
  private(set) var isRegular = true

  /// Positions of the structural bytes, ascending; before the first lies that of the byte before all that was indexed.
  private(set) var positions: UnsafeMutablePointer<UInt32>
  /// Positions of the line feeds within quotes, ascending.
  private(set) var innerLineFeeds: UnsafeMutablePointer<UInt32>
  /// Room for the decoder to note as much about each record.
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
    unsafe innerLineFeeds = .allocate(capacity: capacity + Self.slack)
    unsafe notes = .allocate(capacity: capacity + Self.slack)
  }

  deinit { deallocate() }

  private func deallocate() {
    unsafe (positions - 1).deallocate()
    unsafe innerLineFeeds.deallocate()
    unsafe notes.deallocate()
  }

  /// Indexes the delimiters and line feeds outside quotes of `bytes[range]`, which begins a record; positions count from the start of `bytes`.
  func fill(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    prepare(range)
    var found = unsafe Found(positions: positions, innerLineFeeds: innerLineFeeds)
    unsafe ByteMasks.forEachBlock(of: bytes, range) { block, offset, valid in
      let (either, hasQuote) = unsafe ByteMasks.mask(delimiter, lineFeed, butAlsoSeeks: quote, at: block)
      let lineFeeds = unsafe ByteMasks.mask(lineFeed, at: block) & valid
      let structural = either & valid
      if hasQuote || found.parity.isInside != 0 {
        unsafe found.add(structural, lineFeeds, quotes: ByteMasks.mask(quote, at: block) & valid, at: offset)
      } else {
        found.add(structural, lineFeeds, at: offset)
        found.parity.read(ends: structural)
      }
    }
    count = found.count
    lineFeedCount = found.lineFeedCount
    innerLineFeedCount = found.innerLineFeedCount
    hasQuotes = found.hasQuotes
    isRegular = found.parity.isRegular
  }

  /// Indexes all delimiters, line feeds and quotes of `bytes[range]`, within quotes or not.
  func fillWithQuotes(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
    prepare(range)
    var found = unsafe Found(positions: positions, innerLineFeeds: innerLineFeeds)
    unsafe ByteMasks.forEachBlock(of: bytes, range) { block, offset, valid in
      let (either, _) = unsafe ByteMasks.mask(delimiter, lineFeed, butAlsoSeeks: quote, at: block)
      unsafe found.add((either | ByteMasks.mask(quote, at: block)) & valid, 0, at: offset)
    }
    count = found.count
  }

  private func prepare(_ range: Range<Int>) {
    reserve(range.count)
    unsafe positions[-1] = UInt32(truncatingIfNeeded: range.lowerBound &- 1)
  }

  private func reserve(_ wanted: Int) {
    guard wanted > capacity else { return }
    deallocate()
    capacity = wanted
    unsafe positions = .allocate(capacity: 1 + capacity + Self.slack) + 1
    unsafe innerLineFeeds = .allocate(capacity: capacity + Self.slack)
    unsafe notes = .allocate(capacity: capacity + Self.slack)
  }
}

/// What indexing has found so far: kept in registers, not in the object. The tables are the index's.
@safe
private struct Found {
  let positions: UnsafeMutablePointer<UInt32>
  let innerLineFeeds: UnsafeMutablePointer<UInt32>
  var count = 0
  var lineFeedCount = 0
  var innerLineFeedCount = 0
  var hasQuotes = false
  var parity = QuoteParity(isInside: false)

  /// Adds the structural bytes of a block outside quotes.
  @inline(__always)
  mutating func add(_ structural: UInt64, _ lineFeeds: UInt64, at offset: Int) {
    var rest = structural
    var next = unsafe positions + count
    while rest != 0 {
      for place in 0..<8 {
        unsafe next[place] = UInt32(truncatingIfNeeded: offset &+ rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
      unsafe next += 8
    }
    count &+= structural.nonzeroBitCount
    // Few blocks have more than two line feeds, and counting one by one what is there takes a guess for each.
    let others = lineFeeds & (lineFeeds &- 1)
    lineFeedCount &+= (lineFeeds == 0 ? 0 : 1) &+ (others == 0 ? 0 : 1)
    rest = others & (others &- 1)
    while rest != 0 {
      lineFeedCount &+= 1
      rest &= rest &- 1
    }
  }

  /// Adds the structural bytes of a block that has quotes or begins within them.
  @inline(__always)
  mutating func add(_ structural: UInt64, _ lineFeeds: UInt64, quotes: UInt64, at offset: Int) {
    let inside = parity.read(quotes: quotes, ends: structural)
    hasQuotes = hasQuotes || quotes != 0
    var inner = lineFeeds & inside
    while inner != 0 {
      unsafe innerLineFeeds[innerLineFeedCount] = UInt32(truncatingIfNeeded: offset &+ inner.trailingZeroBitCount)
      innerLineFeedCount &+= 1
      inner &= inner &- 1
    }
    add(structural & ~inside, lineFeeds & ~inside, at: offset)
  }
}
