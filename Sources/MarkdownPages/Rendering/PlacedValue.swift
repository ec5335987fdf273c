import SafeText

/// A bound value, written out.
public struct PlacedValue: Hashable, Sendable {
  /// The whole markup: `<data class="v" value="…">…</data>` or a `<time>`.
  public var html: SafeHTML
  /// The same without markup, for a ledger's or an index's plain text.
  public var text: String

  /// A value in both forms.
  public init(html: SafeHTML, text: String) {
    self.html = html
    self.text = text
  }
}
