import CivilTime
import LogQuery
import SafeText

/// The generator SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed, everywhere.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Makes random expressions over the columns `time`, `outcome`, `a`, `b`, `c`, and random cells that they may meet.
struct ExpressionMaker {
  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(state: seed) }

  static let texts: [ByteString] = [
    "login_attempt", "login_failure", "a", "b", "ab", "abc", "abcd", "abcdefg", "abcdefgh", "0123456789abcdef", "0123456789abcdefg",
    "0123456789Xbcdefg", "1", "7", "7.0", "-3", "2.5", "1e3", "9007199254740993", "nan", " 7", "true", "Accepted", "denied", "success",
    "10.1.2.3",
    "10.255.0.1", "192.168.0.7", "2001:db8::7", "::ffff:10.0.0.1", "10.0.0.1:80", "2026-11-01T00:00:00Z", "2026-11-01 12:30:00.5",
    "2026-11-02", "1793491200", "\u{E9}", "e\u{301}", ByteString(bytes: [0xFF, 0xFE, 0xC3, 0x28]), "x\ny", "\"", "/",
  ]

  mutating func text() -> ByteString { Self.texts.randomElement(using: &random) ?? "" }

  /// The cells of one row; nil for "no value".
  mutating func row() -> [ByteString?] { (0..<5).map { _ in Int.random(in: 0..<6, using: &random) == 0 ? nil : text() } }

  private mutating func node(_ kind: Expression.Kind) -> Expression { Expression(kind, range: 0..<0) }

  private mutating func column() -> Expression {
    node(.column(["time", "outcome", "a", "b", "c", "a", "b"].randomElement(using: &random) ?? "a"))
  }

  private mutating func plainColumn() -> Expression { node(.column(["a", "b", "c"].randomElement(using: &random) ?? "a")) }

  mutating func number() -> Literal {
    [.integer(1), .integer(7), .integer(-3), .decimal(2.5), .integer(1_000), .integer(9_007_199_254_740_993), .decimal(0.1)]
      .randomElement(using: &random) ?? .integer(0)
  }

  mutating func time() -> Literal {
    let start: Int64 = 1_793_491_200_000_000_000
    return .time(Timestamp(nanoseconds: start + Int64.random(in: -3...3, using: &random) * 43_200_000_000_000))
  }

  /// An expression that is true or false of a row, of types that go together.
  mutating func condition(depth: Int) -> Expression {
    switch Int.random(in: 0..<(depth > 0 ? 18 : 13), using: &random) {
    case 0: return node(.comparison(order(), column(), node(.literal(.text(text())))))
    case 1: return node(.comparison(order(), plainColumn(), node(.literal(number()))))
    case 2: return node(.comparison(order(), column(), node(.literal(time()))))
    case 3: return node(.comparison(order(), node(.literal(number())), plainColumn()))
    case 4:
      return node(
        .comparison(
          [.contains, .startsWith, .endsWith].randomElement(using: &random) ?? .contains, column(), node(.literal(.text(text())))))
    case 5: return node(.isEmpty(column()))
    case 6: return node(.membership(plainColumn(), .list((0..<Int.random(in: 1...12, using: &random)).map { _ in element() })))
    case 7: return node(.membership(plainColumn(), .network(network())))
    case 8:
      return node(
        .matches(column(), Pattern(source: ["^a", "b$", "[0-9]+", "(?i)LOGIN", "é", "^.$", "/"].randomElement(using: &random) ?? "a")))
    case 9:
      return node(
        .comparison(
          [.equal, .notEqual].randomElement(using: &random) ?? .equal, plainColumn(), node(.literal(.boolean(Bool.random(using: &random)))))
      )
    case 10: return node(.comparison(order(), plainColumn(), plainColumn()))
    case 11: return node(.membership(plainColumn(), .range(.integer(-5), .decimal(7.5))))
    case 12:
      return node(.membership(column(), .range(.time(Timestamp(nanoseconds: 0)), .time(Timestamp(nanoseconds: 1_793_520_000_000_000_000)))))
    case 13: return node(.not(condition(depth: depth - 1)))
    case 14: return node(.and(condition(depth: depth - 1), condition(depth: depth - 1)))
    case 15: return node(.or(condition(depth: depth - 1), condition(depth: depth - 1)))
    case 16: return node(.comparison(order(), calculation(depth: depth - 1), node(.literal(number()))))
    default:
      let time = node(.column("time"))
      let difference = node(.arithmetic(.subtract, time, node(.literal(self.time()))))
      return node(.comparison(order(), difference, node(.literal(.duration(.hours(Int64.random(in: -20...20, using: &random)))))))
    }
  }

  /// A number made from cells.
  private mutating func calculation(depth: Int) -> Expression {
    if depth <= 0 || Int.random(in: 0..<3, using: &random) == 0 { return plainColumn() }
    let operation = Arithmetic.allCases.randomElement(using: &random) ?? .add
    let right = Bool.random(using: &random) ? calculation(depth: depth - 1) : node(.literal(number()))
    return node(.arithmetic(operation, calculation(depth: depth - 1), right))
  }

  private mutating func order() -> Comparison {
    [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual].randomElement(using: &random) ?? .equal
  }

  private mutating func element() -> Literal {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: number()
    case 1: time()
    case 2: .boolean(Bool.random(using: &random))
    default: .text(text())
    }
  }

  private mutating func network() -> AddressBlock {
    Bool.random(using: &random)
      ? AddressBlock(high: 0, low: 0xFFFF_0A00_0000, prefixLength: Int.random(in: 96...110, using: &random))
      : AddressBlock(high: 0x2001_0DB8_0000_0000, low: 0, prefixLength: Int.random(in: 0...128, using: &random))
  }
}
