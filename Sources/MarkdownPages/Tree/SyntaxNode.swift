/// A node of the tree that cmark made of a page, as a value: what it is, where it starts, what is in it.
struct SyntaxNode {
  /// What a node is, with what CommonMark says about it.
  enum Kind: Hashable {
    case document
    case blockQuote
    /// `start` is the first number of an ordered list, `nil` for bullets.
    case list(start: Int?, isTight: Bool)
    case item
    /// `info` is empty for indented code.
    case codeBlock(info: String, text: String)
    case htmlBlock(String)
    case paragraph
    case heading(level: Int)
    case thematicBreak
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case inlineHTML(String)
    case emphasis
    case strong
    case link(url: String, title: String)
    case image(url: String, title: String)
  }

  /// What it is.
  var kind: Kind
  /// First line in the text parsed, from 1. Only blocks have exact places in cmark.
  var line: Int
  /// First column in bytes, from 1.
  var column: Int
  /// Last line, from 1; may be 0 or too large, so it is only ever an upper bound.
  var lastLine: Int
  /// What is in it, in order.
  var children: [SyntaxNode] = []
}
