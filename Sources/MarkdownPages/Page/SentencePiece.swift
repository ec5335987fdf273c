import SafeText

/// A piece of text that may hold bound values.
public enum SentencePiece: Hashable, Sendable {
  /// Text.
  case text(String)
  /// The bound value with this index among the values of the page or text.
  case value(Int)
}

extension Sequence<SentencePiece> {
  /// The pieces as markup: text escaped, each value as given.
  public func html(values: [PlacedValue]) -> SafeHTML {
    map { piece in
      switch piece {
      case .text(let text): SafeHTML(prose: text)
      case .value(let index): values[index].html
      }
    }.joined()
  }

  /// The pieces as text.
  public func text(values: [PlacedValue]) -> String {
    map { piece in
      switch piece {
      case .text(let text): text
      case .value(let index): values[index].text
      }
    }.joined()
  }
}
