/// A piece of an expression's text that has a meaning by itself.
struct ExpressionToken: Hashable {
  enum Kind: Hashable {
    /// A name, or a word of the language.
    case name(String)
    case literal(Literal)
    /// A CIDR block, after `in`.
    case network(AddressBlock)
    /// A regular expression, after `matches`.
    case pattern(Pattern)
    /// An operator or a bracket: one of ``ExpressionToken/symbols``.
    case symbol(String)
    case end
  }

  var kind: Kind
  /// Where it stands, in scalars.
  var range: Range<Int>

  /// Longest first where one begins another.
  static let symbols = ["==", "!=", "<=", ">=", "..", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", ",", "."]

  /// Words of the language, which name neither column nor figure.
  static let words: Set<String> = [
    "and", "or", "not", "in", "contains", "starts", "ends", "with", "matches", "is", "empty", "as", "true", "false",
  ]

  /// Whether a value may end with it, so that a `-` after it is an operator and not a sign.
  var endsOperand: Bool {
    switch kind {
    case .name(let name): !Self.words.contains(name)
    case .literal, .network, .pattern: true
    case .symbol(let symbol): symbol == ")" || symbol == "]"
    case .end: false
    }
  }
}
