import Glibc

/// What reading a chunk does to the state of quotes, for each state that it might begin in: so chunks can be looked at in any order and by
/// several threads, and their true states follow from the first one.
///
/// Only quotes are visited. Two of the four readings that meet in one state stay together, as they soon do; the one that is left goes on by the
/// parity of quotes, if that is right for the rest of the chunk.
struct ChunkCrossing: Sendable {
  /// The outcome of one reading.
  struct Outcome: Hashable, Sendable {
    /// The state after the chunk.
    var state: QuoteState
    /// Number of bytes up to and including the last line feed that ends a record; 0 if none does.
    var recordsEnd = 0
  }

  /// By the raw value of the state at the start.
  private(set) var outcomes: [Outcome]

  /// The outcome for a state at the start.
  func outcome(from state: QuoteState) -> Outcome { outcomes[state.rawValue] }

  /// A chunk of lines that know no quotes.
  init(lines bytes: UnsafeRawBufferPointer) {
    let outcome = Outcome(state: .unquoted, recordsEnd: unsafe Self.lineFeed(in: bytes, 0..<bytes.count))
    outcomes = Array(repeating: outcome, count: QuoteState.allCases.count)
  }

  /// A chunk of records with quoted fields.
  init(_ bytes: UnsafeRawBufferPointer, quote: UInt8, delimiter: UInt8) {
    outcomes = QuoteState.allCases.map { Outcome(state: $0) }
    var readings = QuoteState.allCases.map { Reading(from: $0) }
    var position = unsafe Self.next(quote, in: bytes, from: 0)
    var mayBeRegular = true
    while let at = position {
      let opens: Bool? = unsafe at == 0 ? nil : bytes[at - 1] == delimiter || bytes[at - 1] == UInt8(ascii: "\n")
      for index in readings.indices { unsafe meetQuote(&readings[index], at: at, opens: opens, bytes) }
      if readings.count > 1 { Self.join(&readings) }
      if readings.count == 1, mayBeRegular, !readings[0].isOutside {
        if unsafe finishRegularly(readings[0], bytes, from: at + 1, quote: quote, delimiter: delimiter) { return }
        mayBeRegular = false
      }
      position = unsafe Self.next(quote, in: bytes, from: at + 1)
    }
    guard unsafe !bytes.isEmpty else { return }
    for reading in readings { unsafe finish(reading, bytes, delimiter: delimiter) }
  }

  /// One reading, or several that have met.
  private struct Reading {
    enum Place: Equatable {
      /// Outside quotes since a position.
      case outside(Int)
      case inside
      /// After a quote at a position, within quotes.
      case quoteSeen(Int)
    }

    var place: Place
    /// Whether it is outside quotes, behind one that neither opens nor closes.
    var isOutside: Bool { if case .outside = place { true } else { false } }

    /// The states at the start that led here.
    var starts: [QuoteState]
    /// Whether a quote as the chunk's first byte would open a field.
    let opensAtStart: Bool

    init(from state: QuoteState) {
      starts = [state]
      opensAtStart = state == .fieldStart
      switch state {
      case .fieldStart, .unquoted: place = .outside(0)
      case .quoted: place = .inside
      case .quoteSeen: place = .quoteSeen(-1)
      }
    }
  }

  private mutating func meetQuote(_ reading: inout Reading, at position: Int, opens: Bool?, _ bytes: UnsafeRawBufferPointer) {
    switch reading.place {
    case .inside: reading.place = .quoteSeen(position)
    case .quoteSeen(let last) where last + 1 == position: reading.place = .inside
    case .quoteSeen(let last):
      reading.place = .outside(last + 1)
      unsafe meetQuote(&reading, at: position, opens: opens, bytes)
    case .outside(let start):
      guard opens ?? reading.opensAtStart else { return }
      unsafe note(start..<position, of: reading, bytes)
      reading.place = .inside
    }
  }

  private mutating func finish(_ reading: Reading, _ bytes: UnsafeRawBufferPointer, delimiter: UInt8) {
    var state = QuoteState.quoted
    switch reading.place {
    case .inside: break
    case .quoteSeen(let last) where last + 1 == bytes.count: state = .quoteSeen
    case .quoteSeen(let last):
      unsafe note(last + 1..<bytes.count, of: reading, bytes)
      state = unsafe Self.outside(after: bytes[bytes.count - 1], delimiter)
    case .outside(let start):
      unsafe note(start..<bytes.count, of: reading, bytes)
      state = unsafe Self.outside(after: bytes[bytes.count - 1], delimiter)
    }
    for start in reading.starts { outcomes[start.rawValue].state = state }
  }

  /// Reads on by the parity of quotes, from behind one that opens or closes; false, and nothing done, if that is not right.
  private mutating func finishRegularly(
    _ reading: Reading, _ bytes: UnsafeRawBufferPointer, from start: Int, quote: UInt8, delimiter: UInt8
  ) -> Bool {
    let needles = (quote: ByteMasks.needle(quote), delimiter: ByteMasks.needle(delimiter), lineFeed: ByteMasks.needle(UInt8(ascii: "\n")))
    var parity = QuoteParity(isInside: reading.place == .inside)
    var recordsEnd = 0
    unsafe ByteMasks.forEachBlock(of: bytes, start..<bytes.count) { block, offset, valid in
      let lineFeeds = unsafe ByteMasks.mask(needles.lineFeed, at: block) & valid
      let ends = unsafe (ByteMasks.mask(needles.delimiter, at: block) & valid) | lineFeeds
      let inside = parity.read(quotes: unsafe ByteMasks.mask(needles.quote, at: block) & valid, ends: ends)
      let outer = lineFeeds & ~inside
      if outer != 0 { recordsEnd = offset + ByteMasks.length - outer.leadingZeroBitCount }
    }
    guard parity.isRegular else { return false }
    let last = unsafe bytes[bytes.count - 1]
    let outside = last == quote ? .quoteSeen : Self.outside(after: last, delimiter)
    for start in reading.starts {
      if recordsEnd > 0 { outcomes[start.rawValue].recordsEnd = recordsEnd }
      outcomes[start.rawValue].state = parity.isInside != 0 ? .quoted : outside
    }
    return true
  }

  private static func outside(after byte: UInt8, _ delimiter: UInt8) -> QuoteState {
    byte == delimiter || byte == UInt8(ascii: "\n") ? .fieldStart : .unquoted
  }

  /// Looks for the last end of a record in a stretch outside quotes.
  private mutating func note(_ stretch: Range<Int>, of reading: Reading, _ bytes: UnsafeRawBufferPointer) {
    let end = unsafe Self.lineFeed(in: bytes, stretch)
    guard end > 0 else { return }
    for start in reading.starts { outcomes[start.rawValue].recordsEnd = end }
  }

  private static func join(_ readings: inout [Reading]) {
    var joined: [Reading] = []
    for reading in readings {
      if let index = joined.firstIndex(where: { $0.place == reading.place }) {
        joined[index].starts += reading.starts
      } else {
        joined.append(reading)
      }
    }
    readings = joined
  }

  /// The position after the last line feed of a stretch; 0 if there is none.
  private static func lineFeed(in bytes: UnsafeRawBufferPointer, _ stretch: Range<Int>) -> Int {
    var end = stretch.upperBound
    while end > stretch.lowerBound {
      if unsafe bytes[end - 1] == UInt8(ascii: "\n") { return end }
      end -= 1
    }
    return 0
  }

  private static func next(_ byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return unsafe UnsafeRawPointer(found) - base
  }
}
