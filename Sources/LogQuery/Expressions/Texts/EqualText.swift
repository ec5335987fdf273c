import SafeText

/// A text that many cells are compared with for equality: by length, then by its first and last word, then by the bytes between.
struct EqualText {
  let length: Int
  private let bytes: [UInt8]
  private let head: UInt64
  private let tail: UInt64

  init(_ text: ByteString) {
    bytes = text.bytes
    length = bytes.count
    (head, tail) = unsafe bytes.withUnsafeBytes { unsafe Self.ends(of: $0) }
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
