/// How many columns of a terminal text takes.
public enum DisplayWidth {
  /// The width of a text without control characters: 2 for wide scalars (Unicode Standard Annex 11; emoji shown as pictures), 0 for
  /// combining marks, 1 for any other.
  public static func of(_ text: String) -> Int {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    return isPlain ? text.utf8.count : text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The width of a scalar.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    // Vowels and final consonants of Hangul, which join the syllable before them.
    if scalar.value >= 0x1160 && scalar.value <= 0x11FF { return 0 }
    // Letters of flags: two together are one picture.
    if scalar.value >= 0x1F1E6 && scalar.value <= 0x1F1FF { return 1 }
    return scalar.properties.isEmojiPresentation || wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// `text` if it fits `width`, else its beginning and end with `…` between; nothing is torn from its combining marks.
  public static func cut(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    let scalars = Array(text.unicodeScalars)
    let room = max(0, width - 1)
    var head = 0
    var headWidth = 0
    while head < scalars.count, headWidth + of(scalars[head]) <= (room + 1) / 2 {
      headWidth += of(scalars[head])
      head += 1
    }
    var tail = scalars.count
    var tailWidth = 0
    while tail > head, headWidth + tailWidth + of(scalars[tail - 1]) <= room {
      tailWidth += of(scalars[tail - 1])
      tail -= 1
    }
    while tail < scalars.count, of(scalars[tail]) == 0 { tail += 1 }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[..<head])
    result.append("…")
    result.append(contentsOf: scalars[tail...])
    return String(result)
  }

  /// `text` with spaces up to `width`, after it or, if `toTheRight`, before it.
  static func pad(_ text: String, to width: Int, toTheRight: Bool) -> String {
    let spaces = String(repeating: " ", count: max(0, width - of(text)))
    return toTheRight ? spaces + text : text + spaces
  }

  /// Scalars of East Asian width W and F (Unicode 16) that are no emoji; unassigned neighbours are taken in.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4C6, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FB,
    0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}
