/// Markup that may be put into a page: the only type the page writer accepts.
///
/// It comes from a literal in our own source, from text, attributes and numbers that are escaped on the way in, and from joining
/// such pieces. Escaping looks at unicode scalars, never at `Character`: a quote followed by a combining mark is one character and
/// still ends an attribute (CVE-2026-27120).
public struct SafeHTML: Hashable, Sendable {
  /// The markup.
  public private(set) var markup: String

  /// Nothing.
  public static let empty = SafeHTML("")

  /// Markup written in our own source.
  public init(_ literal: StaticString) { markup = literal.description }

  /// Text between tags: made visible (``VisibleText``), then escaped.
  public init(text: String) { markup = Self.escape(VisibleText.of(text)) }

  /// A value from a log between tags, made visible and escaped, in `<bdi>` so that it cannot reorder its neighbours.
  public init(value: ByteString) { markup = "<bdi>" + Self.escape(value.visible) + "</bdi>" }

  /// Text that a person wrote, between tags: line feeds and tabs stay, nothing is cut, the rest is made visible and escaped.
  public init(prose: String) { markup = Self.escape(VisibleText.prose(prose)) }

  /// A whole number, without separators.
  public init(number: Int) { markup = String(number) }

  /// A finite number in fixed point with at most `decimals` decimals, `.` between, trailing zeros dropped; `0` for what is not finite.
  public init(number: Double, decimals: Int = 2) { markup = NumberText.fixed(number, decimals: decimals, dropsZeros: true) }

  /// Markup that another writer has already made safe: cmark in safe mode, a style sheet of the site's owner.
  ///
  /// Every call is a place for a reviewer to look at; there is no other way round the constructors above.
  public init(trustedMarkup: String) { markup = trustedMarkup }

  /// Adds markup at the end.
  public mutating func append(_ other: SafeHTML) { markup += other.markup }

  /// One piece after another.
  public static func + (left: SafeHTML, right: SafeHTML) -> SafeHTML { SafeHTML(trustedMarkup: left.markup + right.markup) }

  /// Adds markup at the end.
  public static func += (left: inout SafeHTML, right: SafeHTML) { left.markup += right.markup }

  /// `text` with the five characters that mean something in HTML and, as layout in attributes is not kept, TAB, LF and CR escaped.
  static func escape(_ text: String, inAttribute: Bool = false) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t" where inAttribute: escaped += "&#9;"
      case "\n" where inAttribute: escaped += "&#10;"
      case "\r" where inAttribute: escaped += "&#13;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension Sequence<SafeHTML> {
  /// All pieces in order, with `separator` between.
  public func joined(separator: SafeHTML = .empty) -> SafeHTML {
    SafeHTML(trustedMarkup: map(\.markup).joined(separator: separator.markup))
  }
}
