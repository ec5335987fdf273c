import Diagnostics

/// A piece of an author's text that still knows where each of its scalars stands in the file.
///
/// Escapes, entities and line breaks are already resolved, so a place is not simply the start plus a distance.
public struct LocatedText: Hashable, Sendable {
  /// The text.
  public let text: String

  /// Places of the scalars that do not stand right after the one before, by index; never empty.
  private let anchors: [Anchor]

  private struct Anchor: Hashable, Sendable {
    var index: Int
    var location: SourceLocation
  }

  /// Text that stands in the file as it is, on one line or with lines that start in column 1.
  public init(_ text: String, at location: SourceLocation) {
    self.text = text
    var anchors = [Anchor(index: 0, location: location)]
    var line = location.line
    for (index, scalar) in text.unicodeScalars.enumerated() where scalar == "\n" {
      line += 1
      anchors.append(Anchor(index: index + 1, location: SourceLocation(file: location.file, line: line, column: 1)))
    }
    self.anchors = anchors
  }

  /// Text by its glyphs; `fallback` is the place of an empty one.
  init(_ glyphs: some Collection<Glyph>, in source: SourceText, fallback: Int) {
    text = glyphs.text
    var anchors: [Anchor] = []
    var expected = -1
    for (index, glyph) in glyphs.enumerated() {
      if glyph.offset != expected { anchors.append(Anchor(index: index, location: source.location(at: glyph.offset))) }
      expected = glyph.isTyped ? glyph.offset + UTF8.width(glyph.scalar) : -1
    }
    self.anchors = anchors.isEmpty ? [Anchor(index: 0, location: source.location(at: fallback))] : anchors
  }

  /// Where the text starts.
  public var location: SourceLocation { anchors[0].location }

  /// Where a scalar stands, by its index from 0; an index past the end gives the place right after the text.
  public func location(atScalar index: Int) -> SourceLocation {
    let anchor = anchors.last { $0.index <= index } ?? anchors[0]
    return anchor.location.advanced(byColumns: max(0, index - anchor.index))
  }
}
