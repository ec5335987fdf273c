/// Finds aliases before the parser does: it compares the keys of a mapping as it reads, and to compare aliased collections can take for
/// ever. A single anchor without an alias is harmless, and found in the tree.
enum YAMLAliases {
  /// The line, from 0, of the first `*name` where the text also has an `&name`; nil if there is no such pair.
  static func firstLine(_ text: String) -> Int? {
    var scanner = Scanner()
    for byte in text.utf8 { scanner.read(byte) }
    return scanner.sawAnchor ? scanner.aliasLine : nil
  }

  /// Looks at the first byte of every token outside quotes and comments.
  private struct Scanner {
    var sawAnchor = false
    var aliasLine: Int?
    private var line = 0
    private var quote: UInt8?
    private var isEscaped = false
    private var isComment = false
    private var previous = UInt8(ascii: "\n")
    /// `&` or `*` at the start of a token: a name must follow for it to be an anchor or an alias.
    private var sign: UInt8?

    mutating func read(_ byte: UInt8) {
      defer {
        previous = byte
        if byte == UInt8(ascii: "\n") { line += 1 }
      }
      if let open = quote { return readQuoted(byte, open) }
      if byte == UInt8(ascii: "\n") { isComment = false }
      if isComment { return }
      if let sign, !" \t\r\n".utf8.contains(byte) {
        if sign == UInt8(ascii: "&") { sawAnchor = true } else if aliasLine == nil { aliasLine = line }
      }
      sign = nil
      // Line ends of YAML 1.1 such as U+0085 and U+2028 are several bytes: whatever is no letter or digit may come before a token.
      guard !Self.isWord(previous) else { return }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "#"): isComment = true
      case UInt8(ascii: "&"), UInt8(ascii: "*"): sign = byte
      default: break
      }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
      (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }

    private mutating func readQuoted(_ byte: UInt8, _ open: UInt8) {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") {
        isEscaped = true
      } else if byte == open {
        quote = nil
      }
    }
  }
}
