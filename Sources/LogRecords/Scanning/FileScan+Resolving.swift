/// Finding the whole records of a chunk, once everything before it is known: each record belongs to the chunk that it ends in.
extension FileScan {
  /// Sets `chunk.records` and what is carried over to the next chunk; called for one chunk after another.
  func resolve(_ chunk: Chunk) {
    guard let crossing = chunk.crossing else {
      resolveSequence(chunk)
      return
    }
    let before = state
    let outcome = crossing.outcome(from: before)
    if chunk.length > 0 { state = outcome.state }
    chunk.buffer.carry(carry)
    var start = -carry.count
    carry = []
    if overlong != nil {
      guard let end = skipOverlong(chunk, from: before) else {
        chunk.records = chunk.length..<chunk.length
        return
      }
      start = end
    }
    let end = chunk.isLast ? chunk.length : max(start, outcome.recordsEnd > 0 ? outcome.recordsEnd : start)
    chunk.records = start..<end
    keep(end..<chunk.length, of: chunk)
  }

  /// A file read in sequence: its decoder says what is whole.
  private func resolveSequence(_ chunk: Chunk) {
    chunk.buffer.carry(carry)
    let start = -carry.count
    carry = []
    chunk.records = start..<chunk.length
    if overlong != nil { chunk.records = (skipOverlong(chunk, from: .unquoted) ?? chunk.length)..<chunk.length }
  }

  /// Carries over the start of a record that is not whole, or begins to skip it.
  func keep(_ rest: Range<Int>, of chunk: Chunk) {
    let bytes = unsafe chunk.buffer.bytes(rest)
    if rest.count > CSVDialect.longestRecord {
      overlong = unsafe OverlongRecord(content: Array(bytes.prefix(RecordTally.contentKept)), lines: Self.lineFeeds(in: bytes))
    } else {
      carry = unsafe Array(bytes)
    }
  }

  /// Looks for the end of the overlong record in a chunk; gives the position after it, or nil if the chunk holds nothing else.
  private func skipOverlong(_ chunk: Chunk, from state: QuoteState) -> Int? {
    let bytes = unsafe chunk.buffer.bytes(0..<chunk.length)
    let end = unsafe recordEnd(in: bytes, from: state)
    overlong?.lines += unsafe Self.lineFeeds(in: UnsafeRawBufferPointer(rebasing: bytes[..<(end ?? bytes.count)]))
    guard end != nil || chunk.isLast else { return nil }
    chunk.overlong = overlong
    chunk.overlong?.isUnclosed = end == nil && self.state == .quoted
    overlong = nil
    return end
  }

  /// The position after the first line feed that ends a record.
  private func recordEnd(in bytes: UnsafeRawBufferPointer, from start: QuoteState) -> Int? {
    guard case .records(let quote, let delimiter) = file.layout.split else {
      return unsafe bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
    }
    var state = start
    for position in 0..<bytes.count {
      let byte = unsafe bytes[position]
      let isOutside = state != .quoted
      state = state.after(byte, quote: quote, delimiter: delimiter)
      if isOutside, byte == UInt8(ascii: "\n") { return position + 1 }
    }
    return nil
  }

  private static func lineFeeds(in bytes: UnsafeRawBufferPointer) -> Int { unsafe bytes.count { $0 == UInt8(ascii: "\n") } }
}
