import SafeText

/// A row of key figures, large.
public struct KeyNumbers: Hashable, Sendable {
  /// One figure.
  public struct Item: Hashable, Sendable {
    /// What it counts.
    public var label: String
    /// More about it, in small print; may be empty.
    public var remark: String
    /// The figure, formatted.
    public var value: SafeHTML

    /// A key figure.
    public init(label: String, remark: String = "", value: SafeHTML) {
      self.label = label
      self.remark = remark
      self.value = value
    }
  }

  /// The figures, in order.
  public var items: [Item]

  /// A row of key figures.
  public init(items: [Item]) { self.items = items }

  /// A definition list; values too long to be set large, such as times and names, are set smaller.
  var markup: SafeHTML {
    let rows = items.map { item in
      let remark = item.remark.utf8.isEmpty ? SafeHTML.empty : SafeHTML(" ") + .element("small", [], SafeHTML(text: item.remark))
      let value = SafeHTML.element("dd", [Attribute("class", item.value.shownLength > 7 ? "words" : "digits")], item.value)
      return SafeHTML.element("div", [], .element("dt", [], SafeHTML(text: item.label) + remark) + value) + SafeHTML("\n")
    }
    return .element("dl", [Attribute("class", "keys")], SafeHTML("\n") + rows.joined())
  }
}
