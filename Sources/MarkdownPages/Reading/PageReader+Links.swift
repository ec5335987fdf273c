import Diagnostics

extension PageReader {
  /// A link's address, escaped for a URL, if it is one of those a report may hold; what is wrong with it is noted.
  mutating func address(_ url: String, at start: Int) -> String? {
    refuseValue(in: url, at: start, "a link's address")
    if url.utf8.first == .numberSign {
      fragmentLinks.append(FragmentLink(id: Self.percentDecoded(String(url.dropFirst())), location: source.location(at: start)))
      return Self.percentEncoded(url)
    }
    let lowered = url.utf8.prefix(8).map(\.lowercased)
    let isAllowed = ["http://", "https://", "mailto:"].contains { lowered.starts(with: $0.utf8) }
    guard isAllowed else {
      diagnose(.warning, at: start, "the link to ‘\(url)’ is left out: only http, https, mailto and ‘#heading’ can be linked")
      return nil
    }
    return Self.percentEncoded(url)
  }

  /// The path of a local picture; what is wrong with it is noted.
  mutating func imagePath(_ url: String, at start: Int) -> String? {
    refuseValue(in: url, at: start, "a picture's path")
    let scheme = url.utf8.prefix { $0.isLetter || $0.isDigit || $0 == 0x2B || $0 == .hyphen || $0 == 0x2E }
    let hasScheme = scheme.count > 1 && url.utf8.dropFirst(scheme.count).first == .colon
    if Self.isClaimAddress(url) {
      diagnoseClaim(at: start, "a picture can't be a claim, drop the ‘!’")
    } else if url.isEmpty {
      diagnose(at: start, "this picture has no path")
    } else if hasScheme || url.utf8.starts(with: "//".utf8) {
      diagnose(at: start, "the picture ‘\(url)’ is not a local file: a report fetches nothing, put it into the report's folder")
    } else {
      return Self.percentDecoded(url)
    }
    return nil
  }

  /// Notes a `{{…}}` where none can be bound.
  mutating func refuseValue(in text: String, at start: Int, _ place: String) {
    let braces = Array(text.utf8)
    if braces.indices.dropLast().contains(where: { braces[$0] == 0x7B && braces[$0 + 1] == 0x7B }) {
      diagnose(at: start, "a bound value can't be put into \(place)")
    }
  }

  /// Notes raw HTML, which is not shown. A comment is left out in silence: that is what it is for.
  mutating func diagnoseHTML(_ html: String, at start: Int) {
    let bytes = Array(html.utf8)
    let content = bytes[..<((bytes.lastIndex { !$0.isMarkdownSpace } ?? -1) + 1)]
    if content.starts(with: "<!--".utf8) {
      guard let end = Self.firstCommentEnd(in: content) else { return diagnose(at: start, "the comment is never closed by ‘-->’") }
      if end == content.endIndex { return }
    } else if content.starts(with: "</".utf8) && !content.contains(.lineFeed) {
      return
    }
    let shown = String(decoding: content.prefix { $0 != .lineFeed }.prefix(60), as: UTF8.self)
    diagnose(.warning, at: start, "raw HTML is not shown: ‘\(shown)’; put it between backticks if it is meant as text")
  }

  private static func firstCommentEnd(in html: ArraySlice<UInt8>) -> Int? {
    html.indices.dropFirst(4).first { html[$0...].starts(with: "-->".utf8) }.map { $0 + 3 }
  }

  /// Bytes that no URL holds as they are become `%XX`; `%XX` that is there stays.
  static func percentEncoded(_ url: String) -> String {
    let bytes = Array(url.utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let isEscape = byte == .percent && index + 2 < bytes.count && bytes[index + 1].hexValue != nil && bytes[index + 2].hexValue != nil
      if byte.isLetter || byte.isDigit || "-_.~!*'(),@?=;:/+&$".utf8.contains(byte) || byte == .numberSign && !result.contains(byte)
        || isEscape
      {
        result.append(byte)
      } else {
        result += [.percent, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `%XX` decoded, unless that is not UTF-8.
  static func percentDecoded(_ url: String) -> String {
    let bytes = Array(url.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == .percent, index + 2 < bytes.count, let high = bytes[index + 1].hexValue, let low = bytes[index + 2].hexValue {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(validating: result, as: UTF8.self) ?? url
  }
}

extension UInt8 {
  fileprivate var hexValue: UInt8? {
    if isDigit { return self - 0x30 }
    let letter = self | 0x20
    return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : nil
  }
}
