/// One scalar of the text that Markdown made of the source, and where it came from.
struct Glyph {
  var scalar: Unicode.Scalar
  /// Offset of the first byte in the page that stands for it.
  var offset: Int
  /// Whether it stands in the page as it is: not escaped by a backslash, not an entity, not a line break.
  var isTyped: Bool
}

extension Sequence<Glyph> {
  /// The text alone.
  var text: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(underestimatedCount)
    for glyph in self {
      if glyph.scalar.isASCII { bytes.append(UInt8(glyph.scalar.value)) } else { bytes += String(glyph.scalar).utf8 }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
