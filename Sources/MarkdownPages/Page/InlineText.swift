import Diagnostics
import SafeText

/// A figure's `title:` or `caption:`: plain text, no Markdown, in which `{{…}}` are bound values. `\{{` is two plain braces.
public struct InlineText: Hashable, Sendable {
  /// Text and values in order.
  public let pieces: [SentencePiece]
  /// The bound values.
  public let values: [BoundValue]
  /// Braces that are never closed or hold nothing.
  public let diagnostics: [Diagnostic]

  /// Reads text whose first scalar stands at `location`.
  public init(_ text: String, at location: SourceLocation) {
    let located = LocatedText(text, at: location)
    let scalars = Array(text.unicodeScalars)
    var pieces: [SentencePiece] = []
    var values: [BoundValue] = []
    var diagnostics: [Diagnostic] = []
    var plain = String.UnicodeScalarView()
    func isPair(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
      index + 1 < scalars.count && scalars[index] == scalar && scalars[index + 1] == scalar
    }
    func finishText() {
      if !plain.isEmpty { pieces.append(.text(String(plain))) }
      plain = .init()
    }
    var position = 0
    while position < scalars.count {
      if scalars[position] == "\\", isPair("{", at: position + 1) {
        plain += [scalars[position + 1], scalars[position + 2]]
        position += 3
        continue
      }
      guard isPair("{", at: position) else {
        plain.append(scalars[position])
        position += 1
        continue
      }
      var end = position + 2
      while end < scalars.count, !isPair("}", at: end), !isPair("{", at: end) { end += 1 }
      var inner = position + 2..<min(end, scalars.count)
      while let first = inner.first, scalars[first].properties.isWhitespace { inner.removeFirst() }
      while let last = inner.last, scalars[last].properties.isWhitespace { inner.removeLast() }
      let place = located.location(atScalar: position)
      if !isPair("}", at: end) {
        diagnostics.append(Diagnostic(at: place, "‘{{’ is never closed by ‘}}’"))
      } else if inner.isEmpty {
        diagnostics.append(Diagnostic(at: place, "‘{{}}’ holds no expression"))
      } else {
        finishText()
        pieces.append(.value(values.count))
        let expression = LocatedText(String(String.UnicodeScalarView(scalars[inner])), at: located.location(atScalar: inner.lowerBound))
        values.append(BoundValue(expression: expression, location: place))
      }
      position = isPair("}", at: end) ? end + 2 : end
    }
    finishText()
    self.pieces = pieces
    self.values = values
    self.diagnostics = diagnostics
  }

  /// The text as markup: escaped, each value as given, in the order of ``values``.
  public func html(values: [PlacedValue]) -> SafeHTML { pieces.html(values: values) }

  /// The text with its values as text.
  public func text(values: [PlacedValue]) -> String { pieces.text(values: values) }
}
