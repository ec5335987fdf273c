import CivilTime
import SafeText

/// A parsed expression: the one small language of `where:`, of `{{…}}` and of claims.
///
/// Two expressions are equal when they say the same, wherever they stand: their ranges do not count.
public struct Expression: Sendable {
  /// What it is.
  public indirect enum Kind: Hashable, Sendable {
    case literal(Literal)
    /// A column or role of a row, over rows; compared by bytes.
    case column(ByteString)
    /// A value of a result, over results.
    case path(ResultPath)
    case not(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case comparison(Comparison, Expression, Expression)
    case membership(Expression, Membership)
    case isEmpty(Expression)
    case matches(Expression, Pattern)
    case arithmetic(Arithmetic, Expression, Expression)
    /// `percent(a, b)`: the fraction a ÷ b.
    case percent(Expression, Expression)
    /// `… as FORMAT`, only as the whole of an expression over results.
    case formatted(Expression, ValueFormat)
  }

  /// What it is.
  public var kind: Kind
  /// Its place in the text parsed, in unicode scalars from 0.
  public var range: Range<Int>

  /// A node with its place.
  public init(_ kind: Kind, range: Range<Int> = 0..<0) {
    self.kind = kind
    self.range = range
  }
}

extension Expression: Hashable {
  /// Whether both say the same, wherever they stand.
  public static func == (left: Expression, right: Expression) -> Bool { left.kind == right.kind }

  /// Feeds what it says, not where it stands.
  public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

extension Expression {
  /// The nodes directly below this one, from left to right.
  public var operands: [Expression] {
    switch kind {
    case .literal, .column, .path: []
    case .not(let operand), .membership(let operand, _), .isEmpty(let operand), .matches(let operand, _), .formatted(let operand, _):
      [operand]
    case .and(let left, let right), .or(let left, let right), .comparison(_, let left, let right), .arithmetic(_, let left, let right),
      .percent(let left, let right):
      [left, right]
    }
  }
}

/// A constant in an expression.
public enum Literal: Hashable, Sendable {
  case text(ByteString)
  case integer(Int64)
  case decimal(Double)
  case boolean(Bool)
  case duration(TimeSpan)
  case time(Timestamp)
}

/// A comparison; text compares by bytes, and with a number literal numerically.
public enum Comparison: String, Hashable, Sendable, CaseIterable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case contains = "contains"
  case startsWith = "starts with"
  case endsWith = "ends with"
}

/// What follows `in`.
public enum Membership: Hashable, Sendable {
  /// `["a", "b"]`, equal to one of them.
  case list([Literal])
  /// `A..B`, half-open.
  case range(Literal, Literal)
  /// `10.0.0.0/8` or `2001:db8::/32`.
  case network(AddressBlock)
}

/// A regular expression in PCRE2's syntax, checked when the expression was parsed.
public struct Pattern: Hashable, Sendable {
  /// The text between the slashes, with `/` for `\/`; bytes, so that two spellings that look alike stay two.
  public var source: ByteString

  /// A pattern by its source.
  public init(source: ByteString) { self.source = source }
}

/// The four operations.
public enum Arithmetic: String, Hashable, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
}

/// How `as FORMAT` writes a value.
public enum ValueFormat: String, Hashable, Sendable, CaseIterable {
  case percent, count, time, duration, bytes
}
