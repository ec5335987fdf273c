/// An attribute: a name from our own source and a value that is escaped.
public struct Attribute: Sendable {
  let markup: String

  /// `name="value"`, the value made visible and escaped.
  public init(_ name: StaticString, _ value: String) {
    markup = " \(name)=\"" + SafeHTML.escape(VisibleText.of(value, longest: .max), inAttribute: true) + "\""
  }

  /// `name="value"` for a whole number.
  public init(_ name: StaticString, _ value: Int) { markup = " \(name)=\"\(value)\"" }

  /// `name="value"` for a finite number in fixed point, with a unit from our own source (`%`).
  public init(_ name: StaticString, _ value: Double, decimals: Int = 2, unit: StaticString = "") {
    markup = " \(name)=\"" + SafeHTML(number: value, decimals: decimals).markup + unit.description + "\""
  }

  /// A name alone, such as `open`.
  public init(_ name: StaticString) { markup = " \(name)" }
}

extension SafeHTML {
  /// `<name attributes>content</name>`.
  public static func element(_ name: StaticString, _ attributes: [Attribute] = [], _ content: SafeHTML = .empty) -> SafeHTML {
    SafeHTML(trustedMarkup: "<\(name)" + attributes.map(\.markup).joined() + ">" + content.markup + "</\(name)>")
  }

  /// `<name attributes>` of an element that HTML never closes, such as `meta`.
  public static func void(_ name: StaticString, _ attributes: [Attribute] = []) -> SafeHTML {
    SafeHTML(trustedMarkup: "<\(name)" + attributes.map(\.markup).joined() + ">")
  }

  /// `<name attributes/>` as SVG writes an element without content.
  public static func empty(_ name: StaticString, _ attributes: [Attribute] = []) -> SafeHTML {
    SafeHTML(trustedMarkup: "<\(name)" + attributes.map(\.markup).joined() + "/>")
  }
}
