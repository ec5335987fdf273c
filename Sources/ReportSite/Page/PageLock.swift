import Crypto
import SafeText

/// What keeps a page from loading, running or sending anything, whatever a log put into it: a content security policy that allows
/// one style element, known by its hash, and inlined images only where there are some.
enum PageLock {
  /// The policy and the referrer rule, to follow the charset at once.
  static func markup(style: String, hasImages: Bool) -> SafeHTML {
    let open = SafeHTML(#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-"#)
    let images = hasImages ? SafeHTML("img-src data:; ") : .empty
    let close = SafeHTML(#"base-uri 'none'; form-action 'none'">"#)
    return open + SafeHTML(text: hash(style)) + SafeHTML("'; ") + images + close + SafeHTML("\n")
      + SafeHTML(#"<meta name="referrer" content="no-referrer">"#)
  }

  /// SHA-256 of the text between the style tags, in Base64, as CSP Level 3 wants it.
  static func hash(_ style: String) -> String { base64(Array(SHA256.hash(data: Array(style.utf8)))) }

  /// Base64 with padding (RFC 4648, section 4).
  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place <= group.count ? digits[Int(bits >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
