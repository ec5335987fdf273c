/// Values in order as bars one column wide each, in one line: the largest is a full column.
public struct TextSparkline: Hashable, Sendable {
  /// The values; nil where nothing is known.
  public var values: [Double?]

  /// A line of values.
  public init(_ values: [Double?]) { self.values = values }

  /// The line in at most `width` columns, each as high as the largest of ``valuesPerColumn(in:)`` neighbours: cut, it would not be a line of
  /// values in order any more.
  public func fitted(to width: Int) -> TextSparkline {
    let count = valuesPerColumn(in: width)
    return TextSparkline(
      stride(from: 0, to: values.count, by: count).map { start in
        values[start..<min(start + count, values.count)].compactMap(\.self).max()
      })
  }

  /// How many neighbours share a column so that the line takes at most `width` columns.
  public func valuesPerColumn(in width: Int) -> Int { max(1, (values.count + max(width, 1) - 1) / max(width, 1)) }

  /// The line, without a line feed. A value above zero is never without a mark.
  public func text(style: TextStyle = .unicode) -> String {
    let levels = style.levels
    let largest = values.reduce(0) { max($0, $1 ?? 0) }
    return values.map { value in
      guard let value else { return style.unknown }
      guard value > 0, largest > 0 else { return levels[0] }
      return levels[max(1, Int((value / largest * Double(levels.count - 1)).rounded()))]
    }.joined()
  }
}
