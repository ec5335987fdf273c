/// The ids of one chart: `f3-n`, `f3-d`. They come from a counter, never from data.
public struct ChartIdentity: Hashable, Sendable {
  /// Number of the figure on its page.
  public let number: Int

  /// Ids of figure `number`, unique on its page.
  public init(number: Int) { self.number = number }

  /// The id of a part.
  func id(_ part: StaticString) -> String { "f\(number)-\(part)" }
}
