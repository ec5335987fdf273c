import CivilTime
import SafeText

/// A parsed expression: the one small language of `where:`, of `{{…}}` and of claims.
public struct Expression: Hashable, Sendable {
  /// What it is.
  public indirect enum Kind: Hashable, Sendable {
    case literal(Literal)
    /// A column or role of a row, over rows.
    case column(String)
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
    case formatted(Expression, ValueFormat)
  }

  /// What it is.
  public var kind: Kind
  /// Its place in the text parsed, in unicode scalars from 0.
  public var range: Range<Int>

  /// A node with its place.
  public init(_ kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
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

/// A block of addresses in CIDR notation (RFC 4632, RFC 4291), as 128 bits; IPv4 is ::ffff:0:0/96.
public struct AddressBlock: Hashable, Sendable {
  /// High and low half of the network's address, host bits zero.
  public var high: UInt64
  public var low: UInt64
  /// Number of leading bits that count, 0…128.
  public var prefixLength: Int

  /// A block; host bits are cleared by whoever parses it.
  public init(high: UInt64, low: UInt64, prefixLength: Int) {
    self.high = high
    self.low = low
    self.prefixLength = prefixLength
  }
}

/// A regular expression in PCRE2's syntax, checked when the expression was parsed.
public struct Pattern: Hashable, Sendable {
  /// The text between the slashes.
  public var source: String

  /// A pattern by its source.
  public init(source: String) { self.source = source }
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

/// A path into a result: `logins.first.key`, `attempts.share(1)`, `source.logs.rows`.
public struct ResultPath: Hashable, Sendable {
  /// The figure's id, or `source`.
  public var root: String
  /// What follows it.
  public var steps: [Step]

  /// One step of a path.
  public enum Step: Hashable, Sendable {
    /// `.name`
    case member(String)
    /// `.name(argument)`
    case call(String, Literal)
    /// `[n]`, from 1
    case index(Int)
  }

  /// A path from a root.
  public init(root: String, steps: [Step]) {
    self.root = root
    self.steps = steps
  }
}
