/// Makes untrusted text safe to look at: on a page, in a terminal, in an error message.
///
/// What has no shape of its own, or changes the shape of its neighbours, is written out: control, format, separator, private-use
/// and unassigned scalars and everything default-ignorable become `⟦U+202E⟧`, invalid UTF-8 becomes `\xNN`, combining marks past the
/// eighth on one base become codes too, and a literal `⟦` becomes its own code, so that no log can forge one.
public enum VisibleText {
  /// Longest text shown, in scalars; longer text is cut in the middle.
  public static let longest = 200

  /// The visible form of text that is already a string.
  public static func of(_ string: String, longest: Int = longest) -> String {
    var writer = Writer(longest: longest)
    for scalar in string.unicodeScalars { writer.write(scalar) }
    return writer.finish()
  }

  /// The visible form of bytes that ought to be UTF-8.
  public static func of(_ bytes: [UInt8], longest: Int = longest) -> String {
    if bytes.count <= longest, bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(decoding: bytes, as: UTF8.self) }
    var writer = Writer(longest: longest)
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    parsing: while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        writer.write(Unicode.UTF8.decode(encoded))
        offset += encoded.count
      case .error(let length):
        for byte in bytes[offset..<offset + length] { writer.write(invalid: byte) }
        offset += length
      case .emptyInput: break parsing
      }
    }
    return writer.finish()
  }

  /// The visible form of lines that a person wrote: like ``of(_:longest:)``, but line feeds and tabs stay and nothing is cut.
  public static func prose(_ string: String) -> String {
    var writer = Writer(longest: .max, keepsLayout: true)
    for scalar in string.unicodeScalars { writer.write(scalar) }
    return writer.finish()
  }

  /// Whether a scalar must be written as its code.
  public static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value >= 0x20 && scalar.value < 0x7F { return false }
    if scalar.value == 0x27E6 { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: return true
    default: return scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// `⟦U+0000⟧` for a scalar.
  static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "⟦U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "⟧"
  }

  private static let hexDigits = Array("0123456789ABCDEF".unicodeScalars)

  /// Collects visible pieces, one for each scalar or stray byte read, and cuts out the middle at the end.
  private struct Writer {
    let longest: Int
    var keepsLayout = false
    var head = ""
    /// A ring of the last pieces, its oldest at `tailStart`.
    var tail: [String] = []
    var tailStart = 0
    var count = 0
    var marksOnBase = 0

    mutating func write(_ scalar: Unicode.Scalar) {
      let isMark = scalar.value >= 0x300 && scalar.properties.generalCategory.isMark
      marksOnBase = isMark ? marksOnBase + 1 : 0
      let staysAsLayout = keepsLayout && (scalar == "\n" || scalar == "\t")
      if !staysAsLayout && (VisibleText.isHidden(scalar) || marksOnBase > 8) {
        append(VisibleText.code(scalar))
      } else {
        append(String(scalar))
      }
    }

    mutating func write(invalid byte: UInt8) {
      marksOnBase = 0
      let high = VisibleText.hexDigits[Int(byte >> 4)]
      let low = VisibleText.hexDigits[Int(byte & 15)]
      append("\\x\(high)\(low)")
    }

    /// The first half of the allowance goes to `head`; of the rest the last pieces are kept.
    private mutating func append(_ piece: String) {
      count += 1
      if count <= headLength {
        head += piece
      } else if tail.count < longest - headLength {
        tail.append(piece)
      } else if !tail.isEmpty {
        tail[tailStart] = piece
        tailStart = (tailStart + 1) % tail.count
      }
    }

    private var headLength: Int { longest == .max ? .max : (longest + 1) / 2 }

    func finish() -> String {
      let end = tail[tailStart...].joined() + tail[..<tailStart].joined()
      return count > longest ? head + "…" + end : head + end
    }
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isMark: Bool {
    switch self {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }
}
