/// What tests look for in a page.
enum PageText {
  /// The text between two marks, the first such; nil if one is missing.
  static func between(_ start: String, _ end: String, in page: String) -> String? {
    let bytes = Array(page.utf8)
    guard let head = find(Array(start.utf8), in: bytes, from: 0) else { return nil }
    let from = head + start.utf8.count
    guard let tail = find(Array(end.utf8), in: bytes, from: from) else { return nil }
    return String(decoding: bytes[from..<tail], as: UTF8.self)
  }

  /// The page without its style and the hash of it, which change with every look at the colours.
  static func withoutStyle(_ page: String) -> String {
    var text = page
    for (start, end) in [("<style>", "</style>"), ("'sha256-", "'")] {
      guard let inner = between(start, end, in: text), !inner.isEmpty else { continue }
      let bytes = Array(text.utf8)
      guard let place = find(Array((start + inner).utf8), in: bytes, from: 0) else { continue }
      let from = place + start.utf8.count
      text = String(decoding: bytes[..<from] + Array("…".utf8) + bytes[(from + inner.utf8.count)...], as: UTF8.self)
    }
    return text
  }

  /// The tags of a page with the names of their attributes, as a parser that knows quotes sees them, text left out.
  static func skeleton(_ page: String) -> [String] {
    var tags: [String] = []
    var scalars = Array(page.unicodeScalars)[...]
    while let start = scalars.firstIndex(of: "<") {
      scalars = scalars[(start + 1)...]
      var tag = ""
      var quote: Unicode.Scalar?
      while let scalar = scalars.popFirst() {
        if let open = quote {
          if scalar == open { quote = nil }
        } else if scalar == "\"" || scalar == "'" {
          quote = scalar
        } else if scalar == ">" {
          break
        } else {
          tag.unicodeScalars.append(scalar)
        }
      }
      tags.append(tag)
    }
    return tags
  }

  private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard !needle.isEmpty, bytes.count >= needle.count, start <= bytes.count - needle.count else { return nil }
    return (start...bytes.count - needle.count).first { place in
      bytes[place] == needle[0] && bytes[place..<place + needle.count].elementsEqual(needle)
    }
  }
}
