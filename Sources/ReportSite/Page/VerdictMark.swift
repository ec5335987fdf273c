import SafeText

extension ClaimVerdict {
  /// The sign: an open circle with a tick, or a filled one with a cross. Decoration; the words stand beside it.
  public var sign: SafeHTML {
    switch self {
    case .holds:
      SafeHTML(
        #"<svg class="mark" viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="5.2"/><path d="m3.4 6.2 1.9 1.9 3.4-4"/></svg>"#
      )
    case .fails:
      SafeHTML(
        #"<svg class="mark" viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="5.2"/><path d="m3.9 3.9 4.2 4.2m0-4.2-4.2 4.2"/></svg>"#
      )
    }
  }

  /// The sign and words, as the ledger shows a verdict.
  func word(_ text: SafeHTML) -> SafeHTML {
    .element("span", [Attribute("class", self == .holds ? "verdict" : "verdict no")], sign + SafeHTML(" ") + text)
  }

  /// The sign at the end of a claimed passage: a link to row `number` of the ledger, which says the verdict in hidden words, and of a
  /// claim that fails the value `found` in plain sight.
  public func link(number: Int, found: SafeHTML) -> SafeHTML {
    let hidden = SafeHTML(text: "Claim \(number), checked: " + (self == .holds ? "holds" : "does not hold."))
    let words = SafeHTML.element("span", [Attribute("class", "vh")], hidden)
    let open = [Attribute("class", self == .holds ? "chk" : "chk no"), Attribute("href", "#c\(number)")]
    return .element("a", open, self == .holds ? sign + words : sign + words + SafeHTML(" found ") + found)
  }
}
