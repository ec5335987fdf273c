import CivilTime
import LogRecords
import SafeText

extension ExpressionLexer {
  /// `"…"` with the escapes `\"`, `\\`, `\n`, `\r`, `\t`, `\u{…}` for a scalar and `\xNN` for a byte.
  mutating func text() throws(ExpressionError) -> ByteString {
    let start = position
    var bytes: [UInt8] = []
    position += 1
    while let scalar = peek(), scalar != "\n" {
      if scalar == "\"" {
        position += 1
        return ByteString(bytes: bytes)
      }
      if scalar == "\\" {
        bytes += try escape()
      } else {
        bytes += Array(String(scalar).utf8)
        position += 1
      }
    }
    throw ExpressionError("the text that begins with ‘\(string(from: start))’ is not closed with \"", at: start..<position)
  }

  /// The bytes that an escape stands for.
  private mutating func escape() throws(ExpressionError) -> [UInt8] {
    let simple: [Unicode.Scalar: UInt8] = ["\"": 0x22, "\\": 0x5C, "n": 0x0A, "r": 0x0D, "t": 0x09]
    guard let letter = peek(1) else { throw error("a text can't end with ‘\\’", length: 1) }
    if let byte = simple[letter] {
      position += 2
      return [byte]
    }
    if letter == "x", let high = hexadecimal(peek(2)), let low = hexadecimal(peek(3)) {
      position += 4
      return [UInt8(high * 16 + low)]
    }
    if letter == "u", peek(2) == "{" {
      let digits = scalars[(position + 3)...].prefix { hexadecimal($0) != nil }
      let end = position + 3 + digits.count
      let value = digits.prefix(9).reduce(UInt32(0)) { $0 &* 16 &+ (hexadecimal($1) ?? 0) }
      if (1...8).contains(digits.count), end < scalars.count, scalars[end] == "}", let scalar = Unicode.Scalar(value) {
        position = end + 1
        return Array(String(scalar).utf8)
      }
    }
    throw error("‘\\\(letter)’ is no escape; there are \\\" \\\\ \\n \\r \\t \\u{…} \\xNN", length: 2)
  }

  private func hexadecimal(_ scalar: Unicode.Scalar?) -> UInt32? {
    guard let scalar, scalar.isASCII, scalar.properties.isASCIIHexDigit else { return nil }
    return UInt32(scalar.value & 15) + (scalar.value > 0x39 ? 9 : 0)
  }

  /// A number, a duration or a time; a sign may come before the first two.
  mutating func number() throws(ExpressionError) -> Literal {
    let start = position
    let isNegative = peek() == "-"
    if isNegative { position += 1 }
    let digits = position
    if isNextDate {
      let time = try time()
      guard !isNegative else { throw ExpressionError("a time can't be negative", at: start..<position) }
      return .time(time)
    }
    while let scalar = peek(), continuesNumber(scalar) { position += 1 }
    let word = string(from: digits)
    let sign = isNegative ? "-" : ""
    if let number = NumberParser.parse(Array((sign + word).utf8)) {
      switch number {
      case .integer(let whole): return .integer(whole)
      case .decimal(let decimal): return .decimal(decimal)
      }
    }
    if let span = TimeSpan(literal: word) { return .duration(TimeSpan(nanoseconds: isNegative ? -span.nanoseconds : span.nanoseconds)) }
    if AddressBlock(text: word) != nil {
      throw ExpressionError("the address ‘\(word)’ stands between double quotes, or without them after ‘in’", at: start..<position)
    }
    throw ExpressionError("‘\(sign + word)’ is neither a number, a duration such as 10m or 1h30m, nor a time", at: start..<position)
  }

  private func continuesNumber(_ scalar: Unicode.Scalar) -> Bool {
    if Self.isDigit(scalar) || Self.isLetter(scalar) || scalar == "_" { return true }
    let isFollowedByDigit = peek(1).map(Self.isDigit) ?? false
    if scalar == "." { return isFollowedByDigit }
    return (scalar == "-" || scalar == "+") && (peek(-1) == "e" || peek(-1) == "E") && isFollowedByDigit
  }

  /// Whether four digits, `-` and two digits follow.
  private var isNextDate: Bool {
    let head = scalars[position...].prefix(7).map { Self.isDigit($0) ? "0" : $0 }
    return head == ["0", "0", "0", "0", "-", "0", "0"]
  }

  /// `2026-11-01T00:03:27.5Z` or a date alone, which is its midnight in UTC.
  private mutating func time() throws(ExpressionError) -> Timestamp {
    let start = position
    while let scalar = peek(),
      Self.isDigit(scalar) || Self.isLetter(scalar) || scalar == "-" || scalar == "+" || scalar == ":"
        || (scalar == "." && peek(1) != ".")
    {
      position += 1
    }
    let word = string(from: start)
    guard let time = TimestampParser().parse(Array(word.utf8)) else {
      throw ExpressionError("‘\(word)’ is no time; write 2026-11-01 or 2026-11-01T00:00:00Z", at: start..<position)
    }
    let zone = scalars[start..<position].dropFirst(10).drop { $0 != "Z" && $0 != "z" && $0 != "+" && $0 != "-" }
    guard position == start + 10 || !zone.isEmpty else {
      throw ExpressionError("‘\(word)’ says no zone; end it with Z for UTC, or with ±hh:mm", at: start..<position)
    }
    return time
  }

  /// A CIDR block or an address, if that is what follows.
  mutating func network() throws(ExpressionError) -> AddressBlock? {
    let run = scalars[position...].prefix { hexadecimal($0) != nil || $0 == "." || $0 == ":" || $0 == "/" }
    let start = position
    position += run.count
    let word = string(from: start)
    let isRange = zip(run, run.dropFirst()).contains { $0 == "." && $1 == "." }
    let isAddress = run.contains("/") || run.count { $0 == ":" } > 1 || (run.count { $0 == "." } == 3 && !isRange)
    guard isAddress, run.first != "/" else {
      position = start
      return nil
    }
    if let block = AddressBlock(text: word) { return block }
    throw ExpressionError("‘\(word)’ is no network; write one such as 10.0.0.0/8 or 2001:db8::/32", at: start..<position)
  }

  /// `/…/` with `\/` for a slash, compiled once to see whether it is a regular expression.
  mutating func pattern() throws(ExpressionError) -> Pattern {
    guard isAfterMatches else { throw error("a pattern between slashes may only follow ‘matches’", length: 1) }
    let start = position
    var source = String.UnicodeScalarView()
    position += 1
    while let scalar = peek(), scalar != "/", scalar != "\n" {
      if scalar == "\\", let escaped = peek(1), escaped != "\n" {
        if escaped != "/" { source.append(scalar) }
        source.append(escaped)
        position += 2
      } else {
        source.append(scalar)
        position += 1
      }
    }
    guard peek() == "/" else {
      throw ExpressionError("the pattern that begins with ‘\(string(from: start))’ is not closed with /", at: start..<position)
    }
    position += 1
    if let after = peek(), !Self.isSpace(after), after != ")" {
      let advice = Self.isLetter(after) ? "for a search in any case begin it with (?i)" : "a slash inside it is written \\/"
      throw error("nothing may follow a pattern without a space; \(advice)", length: 1)
    }
    let pattern = Pattern(source: ByteString(String(source)))
    do { _ = try RegularExpression(pattern) } catch {
      throw ExpressionError("‘\(string(from: start))’ is no regular expression: \(error.message)", at: start..<position)
    }
    return pattern
  }
}
