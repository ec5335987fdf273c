/// How much of the page a chart gets. Either way it must work on a phone.
public enum ChartWidth: Hashable, Sendable {
  /// The whole column: 288 to 832 px.
  case full
  /// One of two neighbours: 288 to 400 px.
  case half

  /// Width in px of the narrowest screen that a chart is laid out for.
  static let narrowest = 288.0

  /// The least width in px where the style sheet shows what is for wide screens only; paper counts as wide.
  var leastWide: Double { self == .full ? 608 : 340 }
}
