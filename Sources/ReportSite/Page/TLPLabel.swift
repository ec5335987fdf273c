import SafeText

/// How far a report may be passed on: a label of the Traffic Light Protocol 2.0 (FIRST, August 2022), named as authors name it.
///
/// Ordered from the widest circle to the narrowest, so that the `max` of several labels is the strictest.
public enum TLPLabel: String, CaseIterable, Comparable, Hashable, Sendable {
  /// May be made public.
  case clear = "CLEAR"
  /// For the community.
  case green = "GREEN"
  /// For the recipients' organisations and their clients.
  case amber = "AMBER"
  /// For the recipients' organisations only.
  case amberStrict = "AMBER+STRICT"
  /// For the named recipients only.
  case red = "RED"

  /// How the label is printed: `TLP:AMBER+STRICT`.
  public var text: String { "TLP:" + rawValue }

  /// Whether the circle of the left label is wider.
  public static func < (left: TLPLabel, right: TLPLabel) -> Bool { left.rank < right.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension TLPLabel? {
  /// The label for the head and the foot of a page; without one, words that say so.
  var markup: SafeHTML {
    switch self {
    case nil: SafeHTML(#"<span class="tlp-none">No TLP marking</span>"#)
    case .clear: SafeHTML(#"<span class="tlp tlp-clear">TLP:CLEAR</span>"#)
    case .green: SafeHTML(#"<span class="tlp tlp-green">TLP:GREEN</span>"#)
    case .amber: SafeHTML(#"<span class="tlp tlp-amber">TLP:AMBER</span>"#)
    case .amberStrict: SafeHTML(#"<span class="tlp tlp-amber">TLP:AMBER+STRICT</span>"#)
    case .red: SafeHTML(#"<span class="tlp tlp-red">TLP:RED</span>"#)
    }
  }
}
