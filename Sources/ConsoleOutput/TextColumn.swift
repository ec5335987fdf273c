/// A column of a ``TextTable``.
public struct TextColumn: Hashable, Sendable {
  /// On which side the cells of a column line up.
  public enum Alignment: Hashable, Sendable {
    /// Text.
    case left
    /// Numbers.
    case right
  }

  /// Its header.
  public var title: String
  /// On which side its cells line up.
  public var alignment: Alignment
  /// Whether it stays whole as long as cutting other columns makes the table fit.
  public var isCutLast: Bool

  /// A column by its header; text unless said otherwise.
  public init(_ title: String, _ alignment: Alignment = .left, isCutLast: Bool = false) {
    self.title = title
    self.alignment = alignment
    self.isCutLast = isCutLast
  }
}
