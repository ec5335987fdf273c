/// Where the names of an expression over results get their values.
public protocol ResultScope {
  /// The value that a path stands for.
  ///
  /// - Parameter range: the path's place in the text, for the error.
  /// - Throws: what is wrong with the path: an unknown id or member (with near names), an index past the end, a value that can't be told.
  func value(of path: ResultPath, at range: Range<Int>) throws(ExpressionError) -> Value
}

extension Expression {
  /// The paths in an expression over results, from left to right, so that a plan may provide for them.
  public var paths: [(path: ResultPath, range: Range<Int>)] {
    if case .path(let path) = kind { return [(path, range)] }
    return operands.flatMap(\.paths)
  }
}
