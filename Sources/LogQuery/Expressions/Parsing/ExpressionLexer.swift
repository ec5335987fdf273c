import Diagnostics

/// Cuts the text of an expression into tokens, by unicode scalars.
///
/// What a scalar begins depends on the token before it only: a network after `in` or in the list that follows it, a pattern after `matches`, a sign where no value ends.
struct ExpressionLexer {
  let scalars: [Unicode.Scalar]
  let dialect: ExpressionDialect
  var position = 0
  private var previous = ExpressionToken(kind: .end, range: 0..<0)
  /// Whether the list that follows an `in` is open.
  private var isInList = false

  /// All tokens of a text, the last of kind `end`.
  static func tokens(of text: String, dialect: ExpressionDialect) throws(ExpressionError) -> [ExpressionToken] {
    var lexer = ExpressionLexer(text, dialect: dialect)
    var tokens: [ExpressionToken] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private init(_ text: String, dialect: ExpressionDialect) {
    scalars = Array(text.unicodeScalars)
    self.dialect = dialect
  }

  private mutating func next() throws(ExpressionError) -> ExpressionToken {
    while let scalar = peek(), Self.isSpace(scalar) { position += 1 }
    let start = position
    let kind = try kindOfNext()
    if kind == .symbol("["), previous.kind == .name("in") { isInList = true }
    if kind == .symbol("]") { isInList = false }
    previous = ExpressionToken(kind: kind, range: start..<position)
    return previous
  }

  private mutating func kindOfNext() throws(ExpressionError) -> ExpressionToken.Kind {
    guard let scalar = peek() else { return .end }
    if previous.kind == .name("in") || isInList && !previous.endsOperand, let block = try network() { return .network(block) }
    if scalar == "\"" { return .literal(.text(try text())) }
    if scalar == "/", !previous.endsOperand { return .pattern(try pattern()) }
    if Self.isDigit(scalar) { return .literal(try number()) }
    if scalar == "-", !previous.endsOperand, let digit = peek(1), Self.isDigit(digit) { return .literal(try number()) }
    if startsName(scalar) { return try name() }
    return .symbol(try symbol())
  }

  /// The scalar `distance` after the next one, or before it.
  func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    scalars.indices.contains(position + distance) ? scalars[position + distance] : nil
  }

  /// The scalars from an offset up to the next one.
  func string(from start: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<position])
    return String(view)
  }

  func isNext(_ text: String) -> Bool { scalars[position...].starts(with: text.unicodeScalars) }

  /// Whether the token before is the word `matches`.
  var isAfterMatches: Bool { previous.kind == .name("matches") }

  private mutating func name() throws(ExpressionError) -> ExpressionToken.Kind {
    let start = position
    while let scalar = peek(), continuesName(scalar) { position += 1 }
    if peek()?.properties.isAlphabetic == true {
      position = start
      throw unknownScalar()
    }
    let name = string(from: start)
    if previous.kind != .symbol("."), name == "true" || name == "false" { return .literal(.boolean(name == "true")) }
    return .name(name)
  }

  private func startsName(_ scalar: Unicode.Scalar) -> Bool {
    Self.isLetter(scalar) || scalar == "_" || (dialect == .rows && scalar == "@")
  }

  private func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    startsName(scalar) || Self.isDigit(scalar) || scalar == "-" || (dialect == .rows && scalar == ".")
  }

  private mutating func symbol() throws(ExpressionError) -> String {
    let symbol = ExpressionToken.symbols.first { isNext($0) }
    let habit = Self.habits.first { isNext($0.written) }
    if let habit, habit.written.unicodeScalars.count > (symbol?.unicodeScalars.count ?? 0) {
      throw error("‘\(habit.written)’ is not in the language; write \(habit.meant)", length: habit.written.unicodeScalars.count)
    }
    guard let symbol else { throw unknownScalar() }
    if ["+", "-", "*", "/"].contains(symbol), previous.endsOperand, !isSpaced {
      throw error("‘\(symbol)’ needs a space on each side", length: 1)
    }
    position += symbol.unicodeScalars.count
    return symbol
  }

  /// Whether the next scalar has a space or an end of the text on each side.
  private var isSpaced: Bool {
    (peek(-1).map(Self.isSpace) ?? true) && (peek(1).map(Self.isSpace) ?? true)
  }

  private mutating func unknownScalar() -> ExpressionError {
    let start = position
    let isForeignName = peek().map(\.properties.isAlphabetic) ?? false
    while let scalar = peek(), scalar.properties.isAlphabetic || continuesName(scalar) { position += 1 }
    if isForeignName, dialect == .rows {
      let name = string(from: start)
      return ExpressionError("‘\(name)’ has letters other than A–Z; write column(\"\(name)\")", at: start..<position)
    }
    position = start + 1
    return ExpressionError("‘\(string(from: start))’ is not in the language", at: start..<position)
  }

  func error(_ message: String, length: Int) -> ExpressionError {
    ExpressionError(message, at: position..<min(scalars.count, position + length))
  }

  /// What people write by habit, and what is meant; longest first.
  private static let habits: [(written: String, meant: String)] = [
    ("===", "‘==’"), ("!==", "‘!=’"), ("&&", "‘and’"), ("||", "‘or’"), ("<>", "‘!=’"), ("=~", "‘matches /…/’"),
    ("!~", "‘not (… matches /…/)’"),
    ("=>", "‘>=’"), ("=<", "‘<=’"), ("=", "‘==’"), ("!", "‘not’"), ("&", "‘and’"), ("|", "‘as FORMAT’ at the end"),
    ("%", "a fraction: 0.2, not 20%"), ("≤", "‘<=’"), ("≥", "‘>=’"), ("≠", "‘!=’"), ("−", "‘-’"), ("×", "‘*’"), ("÷", "‘/’"),
    ("'", "text between straight double quotes"), ("‘", "text between straight double quotes"),
    ("’", "text between straight double quotes"),
    ("“", "text between straight double quotes"), ("”", "text between straight double quotes"),
    ("`", "text between straight double quotes"), ("\u{A0}", "an ordinary space"),
  ]

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" }
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool { (scalar >= "a" && scalar <= "z") || (scalar >= "A" && scalar <= "Z") }
}
