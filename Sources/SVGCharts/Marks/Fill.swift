import SafeText

/// What a shape is filled with.
enum Fill: Hashable, Sendable {
  /// A series' colour, by its position from 0.
  case series(Int)
  /// A series' colour with a seam to its neighbours.
  case seamed(Int)
  /// A series' colour and hatching; needs ``SeriesPatterns`` in the chart. The first series is plain.
  case hatched(Int, ChartIdentity)
  /// An outline: something that is not comparable with its neighbours.
  case outline
  /// A wash over what is not known.
  case gap

  /// Number of colours in the palette.
  static let seriesCount = 6

  /// As attributes of a shape; those beside the class are for a page whose style sheet is lost, where every shape is black.
  var attributes: [Attribute] {
    switch self {
    case .series(let index): [Attribute("class", Self.className(index))]
    case .hatched(0, _): [Attribute("class", Self.className(0))]
    case .seamed(let index): [Attribute("class", Self.className(index) + " hb")]
    case .hatched(let index, let identity): [Attribute("fill", "url(#\(Self.patternID(index, identity)))")]
    case .outline: [Attribute("class", "open"), Attribute("fill", "none"), Attribute("stroke", "currentColor")]
    case .gap: [Attribute("class", "gap"), Attribute("fill", "none")]
    }
  }

  /// The class of a series' colour.
  static func className(_ index: Int) -> String { "c\(index % seriesCount + 1)" }

  /// The id of a series' hatching.
  static func patternID(_ index: Int, _ identity: ChartIdentity) -> String { identity.id("s") + String(index + 1) }
}
