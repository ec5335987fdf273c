import SafeText

/// A row of thin bars without axes or words: the shape of a series, for a list of reports.
///
/// It is decoration for the eye: the words beside it must say what it shows.
public struct Sparkline: Hashable, Sendable {
  /// One value a slot, from left to right; negative ones are drawn as zero.
  public var values: [Double]

  /// A sparkline of these values, about 20 to 60 of them.
  public init(values: [Double]) { self.values = values }

  private static let tallest = 19.0
  /// The least a value above zero gets.
  private static let least = 1.0

  /// The sparkline as SVG, in the classes `spark` and `c1`; hidden from assistive technology.
  public func render() -> SafeHTML {
    let scale = LinearScale(0, values.max() ?? 0)
    let bars = values.enumerated().filter { $0.element > 0 }.map { index, value in
      let length = max(scale.position(value) * Self.tallest, Self.least)
      return "M\(index).5 20v-\(NumberText.fixed(length, decimals: 1, dropsZeros: true))"
    }
    return .element(
      "svg",
      [
        Attribute("class", "spark"), Attribute("viewBox", "0 0 \(max(values.count, 1)) 20"), Attribute("preserveAspectRatio", "none"),
        Attribute("aria-hidden", "true"),
      ], .empty("path", [Attribute("class", "sp c1"), Attribute("d", bars.joined())]))
  }
}
