import Glibc
import LogRecords

/// A part of a scan's buffer, with what a parser of log lines asks of it. Indices count from the start of the buffer, so that ranges found
/// here are ranges of cells.
///
/// The memory belongs to the scan: a slice lives no longer than the call of the decoder that made it. Every access is checked against the
/// slice's own bounds.
@safe
struct ByteSlice {
  // Sixteen bytes, also as an optional: lines become dozens of these.
  private let base: UnsafeRawPointer
  private var lower: UInt32
  private var upper: UInt32

  /// All of a buffer, which must be below 4 GiB.
  init(_ buffer: UnsafeRawBufferPointer) {
    unsafe base = buffer.baseAddress ?? UnsafeRawPointer(("" as StaticString).utf8Start)
    lower = 0
    upper = UInt32(buffer.count)
  }

  /// Index of the first byte.
  @inline(__always)
  private(set) var start: Int {
    get { Int(lower) }
    set { lower = UInt32(truncatingIfNeeded: newValue) }
  }

  /// Index after the last byte.
  @inline(__always)
  private(set) var end: Int {
    get { Int(upper) }
    set { upper = UInt32(truncatingIfNeeded: newValue) }
  }

  /// Number of bytes.
  @inline(__always)
  var count: Int { end - start }

  /// Whether there are no bytes.
  @inline(__always)
  var isEmpty: Bool { start >= end }

  /// Where the bytes are in the buffer.
  @inline(__always)
  var range: Range<Int> { start..<end }

  /// The byte at an index; 0 outside the slice.
  @inline(__always)
  subscript(index: Int) -> UInt8 { unsafe index >= start && index < end ? base.load(fromByteOffset: index, as: UInt8.self) : 0 }

  /// The first byte; 0 if there is none.
  @inline(__always)
  var first: UInt8 { self[start] }

  /// The last byte; 0 if there is none.
  @inline(__always)
  var last: UInt8 { self[end - 1] }

  /// The part from `from` to before `to`, both kept within the slice.
  @inline(__always)
  func part(from: Int, to: Int) -> ByteSlice {
    var part = self
    part.start = min(max(from, start), end)
    part.end = min(max(to, part.start), end)
    return part
  }

  /// What follows an index.
  @inline(__always)
  func from(_ index: Int) -> ByteSlice { part(from: index, to: end) }

  /// What precedes an index.
  @inline(__always)
  func to(_ index: Int) -> ByteSlice { part(from: start, to: index) }

  /// The bytes themselves, for a parser of cells; not to be kept.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    unsafe body(UnsafeRawBufferPointer(start: base + start, count: count))
  }

  /// The bytes, copied.
  var copied: [UInt8] { unsafe withBytes { unsafe Array($0) } }

  /// Whether the bytes are exactly `text`.
  @inline(__always)
  func equals(_ text: StaticString) -> Bool { count == text.utf8CodeUnitCount && hasPrefix(text) }

  /// Whether the bytes begin with `text`.
  @inline(__always)
  func hasPrefix(_ text: StaticString) -> Bool { matches(text, at: start) }

  /// Whether the bytes end with `text`.
  @inline(__always)
  func hasSuffix(_ text: StaticString) -> Bool { matches(text, at: end - text.utf8CodeUnitCount) }

  /// Whether `text` stands at an index.
  @inline(__always)
  func matches(_ text: StaticString, at index: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index >= start, length <= end - index else { return false }
    return unsafe memcmp(base + index, text.utf8Start, length) == 0
  }

  /// What follows `prefix`; nil if the bytes do not begin with it.
  @inline(__always)
  func after(_ prefix: StaticString) -> ByteSlice? { hasPrefix(prefix) ? from(start + prefix.utf8CodeUnitCount) : nil }

  /// The first index of a byte.
  @inline(__always)
  func firstIndex(of byte: UInt8) -> Int? {
    guard let found = unsafe memchr(base + start, Int32(byte), count) else { return nil }
    return unsafe UnsafeRawPointer(found) - base
  }

  /// The first index at which `text` stands.
  func firstIndex(of text: StaticString) -> Int? {
    var rest = self
    let head = unsafe text.utf8Start[0]
    while let index = rest.firstIndex(of: head) {
      if matches(text, at: index) { return index }
      rest = rest.from(index + 1)
    }
    return nil
  }

  /// The last index at which `text` stands.
  func lastIndex(of text: StaticString) -> Int? {
    var index = end - text.utf8CodeUnitCount
    while index >= start {
      if matches(text, at: index) { return index }
      index -= 1
    }
    return nil
  }

  /// Without spaces at the start.
  var trimmed: ByteSlice {
    var part = self
    while part.first == UInt8(ascii: " ") { part.start += 1 }
    return part
  }

  /// The bytes up to the next space, or all.
  @inline(__always)
  var word: ByteSlice { to(firstIndex(of: UInt8(ascii: " ")) ?? end) }

  /// Whether two slices hold the same bytes.
  @inline(__always)
  func holdsSame(as other: ByteSlice) -> Bool { unsafe count == other.count && memcmp(base + start, other.base + other.start, count) == 0 }

  /// The value of 1–`limit` decimal digits that are all the bytes.
  func number(digits limit: Int = 9) -> Int? {
    guard !isEmpty, count <= limit else { return nil }
    var value = 0
    for index in range {
      let digit = self[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// Whether the bytes are an internet address.
  var isAddress: Bool { unsafe withBytes { unsafe AddressParser.parse($0) } != nil }
}
