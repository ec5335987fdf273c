import Diagnostics
import SafeText

/// The mark in the foot: a small drawing of plain shapes, put into the page as it stands in `assets/mark.svg`.
///
/// Scripts, styles, text and links are no part of a mark: only known shapes with known attributes in double quotes pass.
struct MarkImage {
  private static let elements = ["svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon"]
  private static let attributes = [
    "xmlns", "viewBox", "width", "height", "class", "fill", "fill-rule", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin",
    "transform", "opacity", "d", "cx", "cy", "r", "rx", "ry", "x", "y", "x1", "y1", "x2", "y2", "points", "aria-hidden",
  ]

  private var rest: Substring.UTF8View
  private var place: SourceLocation
  private var open: [String] = []
  private var problem: Diagnostic?

  /// The drawing; the first thing wrong with it is noted.
  static func checked(_ file: TemplateFile, _ problems: inout DiagnosticList) -> SafeHTML {
    var image = MarkImage(rest: Substring(file.text).utf8, place: SourceLocation(file: file.name, line: 1))
    image.skipSpace()
    repeat { image.readTag() } while image.problem == nil && !image.open.isEmpty
    image.skipSpace()
    if !image.rest.isEmpty { image.note("a mark is one ‘svg’ of shapes and nothing else") }
    if let problem = image.problem { problems.append(problem) }
    return SafeHTML(trustedMarkup: file.text)
  }

  private init(rest: Substring.UTF8View, place: SourceLocation) {
    self.rest = rest
    self.place = place
  }

  private mutating func readTag() {
    guard take("<") else { return note("a mark holds shapes and no text") }
    let isClosing = take("/")
    let element = takeName()
    if isClosing {
      guard open.popLast() == element else { return note("‘</\(element)’ closes no ‘<\(element)’") }
    } else {
      guard Self.elements.contains(element), element == "svg" || !open.isEmpty else {
        return note("a mark can't hold ‘<\(element)’" + NearestNames.hint(for: element, among: Self.elements))
      }
      open.append(element)
      skipSpace()
      while let byte = rest.first, byte != UInt8(ascii: ">"), byte != UInt8(ascii: "/"), problem == nil { readAttribute() }
      if take("/") { open.removeLast() }
    }
    guard take(">") else { return note("the tag ‘\(element)’ is never closed") }
    skipSpace()
  }

  private mutating func readAttribute() {
    let name = takeName()
    guard Self.attributes.contains(name) else {
      return note("a mark can't use the attribute ‘\(name)’" + NearestNames.hint(for: name, among: Self.attributes))
    }
    guard take("="), take("\""), let end = rest.firstIndex(of: UInt8(ascii: "\"")) else {
      return note("the attribute ‘\(name)’ needs a value in double quotes")
    }
    // A paint may be a link: url(…).
    if name != "transform", rest[..<end].contains(UInt8(ascii: "(")) { return note("the attribute ‘\(name)’ can't call a function") }
    rest = rest[rest.index(after: end)...]
    skipSpace()
  }

  private mutating func skipSpace() {
    while let byte = rest.first, [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
      place.line += byte == 0x0A ? 1 : 0
      rest.removeFirst()
    }
  }

  private mutating func takeName() -> String {
    let name = rest.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D }
    rest = rest[name.endIndex...]
    return String(Substring(name))
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: sign) else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func note(_ message: String) { if problem == nil { problem = Diagnostic(at: place, message) } }
}
