import SafeText

/// A text that many cells are compared with for equality: by length, then by its first and last word, then by the bytes between.
struct EqualText {
  let length: Int
  private let bytes: [UInt8]
  private let head: UInt64
  private let tail: UInt64
  /// The first and the last eight bytes as they lie in memory; of a shorter text all of its bytes, and zeros.
  private let first: UInt64
  private let last: UInt64
  /// The bits of a word that a text of less than eight bytes takes.
  private let mask: UInt64

  init(_ text: ByteString) {
    bytes = text.bytes
    length = bytes.count
    (head, tail) = unsafe bytes.withUnsafeBytes { unsafe Self.ends(of: $0) }
    mask = length < 8 ? (1 << UInt64(length * 8)) - 1 : .max
    let padded = bytes + Array(repeating: 0, count: max(0, 8 - length))
    (first, last) = unsafe padded.withUnsafeBytes {
      unsafe ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: $0.count - 8, as: UInt64.self))
    }
  }

  /// Whether the text is so short that ``isFound(at:count:)`` can tell it.
  var isShort: Bool { length <= 16 }
  /// Number of bytes that must be readable where the text is looked for.
  var reach: Int { max(8, length) }

  /// Whether the short text is the `count` bytes at `start`: judged without a branch, as which cells of a column hold a text is beyond any guess
  /// of a processor.
  @inline(__always)
  func isFound(at start: UnsafeRawPointer, count: UInt32) -> Bool {
    let first = unsafe start.loadUnaligned(as: UInt64.self) ^ first
    let last = unsafe start.loadUnaligned(fromByteOffset: reach &- 8, as: UInt64.self) ^ last
    return (first | last) & mask | UInt64(count ^ UInt32(truncatingIfNeeded: length)) == 0
  }

  /// Whether these bytes, `length` of them, are the text.
  @inline(__always)
  func equals(_ other: UnsafeRawBufferPointer) -> Bool {
    let ends = unsafe Self.ends(of: other)
    guard ends.head == head, ends.tail == tail else { return false }
    return unsafe length <= 16 || other[8..<length - 8].elementsEqual(bytes[8..<length - 8])
  }

  /// The first and the last eight bytes, which overlap under sixteen; of fewer than eight bytes all of them in one word.
  @inline(__always)
  static func ends(of bytes: UnsafeRawBufferPointer) -> (head: UInt64, tail: UInt64) {
    let count = bytes.count
    if count >= 8 {
      return unsafe (
        bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self), bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      )
    }
    if count >= 4 {
      let head = unsafe UInt64(bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
      let tail = unsafe UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      return (head << 32 | tail, 0)
    }
    var word: UInt64 = 0
    for offset in 0..<count { word = unsafe word << 8 | UInt64(bytes[offset]) }
    return (word, 0)
  }
}
