import Glibc
import SafeText

extension Comparison {
  /// Whether a comparison of two texts holds, by bytes.
  func holds(_ left: ByteString, _ right: ByteString) -> Bool {
    unsafe left.bytes.withUnsafeBytes { first in unsafe right.bytes.withUnsafeBytes { unsafe holds(first, $0) } }
  }

  /// Whether a comparison of two texts holds, by bytes, which are only read during the call.
  func holds(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    switch self {
    case .contains: unsafe Self.contains(left, right)
    case .startsWith: unsafe left.prefix(right.count).elementsEqual(right)
    case .endsWith: unsafe left.suffix(right.count).elementsEqual(right)
    default: unsafe holds(Self.order(left, right))
    }
  }

  private static func contains(_ whole: UnsafeRawBufferPointer, _ part: UnsafeRawBufferPointer) -> Bool {
    guard let text = whole.baseAddress, let needle = part.baseAddress, let first = unsafe part.first else {
      return unsafe part.isEmpty
    }
    var start = 0
    let lastStart = whole.count - part.count
    while start <= lastStart, let place = unsafe memchr(text + start, Int32(first), lastStart - start + 1) {
      if unsafe memcmp(place, needle, part.count) == 0 { return true }
      start = unsafe UnsafeRawPointer(place) - text + 1
    }
    return false
  }

  private static func order(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> ValueOrder {
    let common = min(left.count, right.count)
    if common > 0, let first = left.baseAddress, let second = right.baseAddress {
      let difference = unsafe memcmp(first, second, common)
      if difference != 0 { return difference < 0 ? .less : .greater }
    }
    return ValueOrder(left.count, right.count)
  }
}
