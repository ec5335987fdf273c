import LogRecords

/// Which records of a batch are meant: one bit each.
public struct RowSelection: Sendable {
  /// The bit of record r is bit r % 64 of word r / 64.
  var words: InlineArray<64, UInt64>

  /// No record.
  public init() { words = InlineArray(repeating: 0) }

  /// The first `count` records of a batch.
  public init(first count: Int) {
    self.init()
    let count = min(max(count, 0), RecordBatch.mostRecords)
    for index in 0..<count / 64 { words[index] = .max }
    if count % 64 > 0 { words[count / 64] = ~(UInt64.max << UInt64(count % 64)) }
  }

  /// Whether no record is meant.
  public var isEmpty: Bool {
    var union: UInt64 = 0
    for index in words.indices { union |= words[index] }
    return union == 0
  }

  /// Number of records meant.
  public var count: Int {
    var count = 0
    for index in words.indices { count += words[index].nonzeroBitCount }
    return count
  }

  /// Whether a record is meant.
  public subscript(row: Int) -> Bool {
    get { words[row / 64] >> UInt64(row % 64) & 1 == 1 }
    set {
      let bit: UInt64 = 1 << UInt64(row % 64)
      if newValue { words[row / 64] |= bit } else { words[row / 64] &= ~bit }
    }
  }

  /// Calls `body` with each record meant, in order.
  @inline(__always)
  public func forEach(_ body: (Int) -> Void) {
    for index in words.indices {
      var rest = words[index]
      while rest != 0 {
        body(index * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  /// The records meant for which `holds` says true; it is asked for those only, in order.
  @inline(__always)
  func filtered(_ holds: (Int) -> Bool) -> RowSelection {
    var result = RowSelection()
    for index in words.indices {
      var rest = words[index]
      var word: UInt64 = 0
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        word |= (holds(index * 64 + bit) ? 1 : 0) << UInt64(bit)
        rest &= rest - 1
      }
      result.words[index] = word
    }
    return result
  }

  /// Leaves out the records of another selection.
  mutating func subtract(_ other: RowSelection) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// Adds the records of another selection.
  mutating func formUnion(_ other: RowSelection) {
    for index in words.indices { words[index] |= other.words[index] }
  }
}
