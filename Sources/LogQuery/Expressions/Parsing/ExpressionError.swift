/// A mistake in an expression, and where in its text.
public struct ExpressionError: Error, Hashable, Sendable {
  /// What is wrong: lower case, no full stop, the offending text between ‘ and ’.
  public var message: String
  /// Where, in unicode scalars of the text parsed.
  public var range: Range<Int>

  /// A mistake at a place.
  public init(_ message: String, at range: Range<Int>) {
    self.message = message
    self.range = range
  }
}

/// Everything that is wrong with an expression; at least one mistake.
public struct ExpressionErrors: Error, Hashable, Sendable {
  /// The mistakes, in the order found.
  public var all: [ExpressionError]

  /// Mistakes, as collected.
  public init(_ all: [ExpressionError]) { self.all = all }
}
