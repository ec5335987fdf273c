/// Names that a mistyped one may have meant.
public enum NearestNames {
  /// ` (did you mean ‘user_id’?)` where known names are near, else nothing: ready to be put at the end of a message.
  public static func hint(for name: String, among known: some Sequence<String>) -> String {
    let near = Self.near(name, among: known)
    guard !near.isEmpty else { return "" }
    return " (did you mean " + near.map { "‘\($0)’" }.joined(separator: " or ") + "?)"
  }

  /// At most three known names, nearest first, within a third of the name's length in edits (at least 1, at most 4) or equal but for case,
  /// `_`, `-` and `.`; none that shares nothing with the name.
  public static func near(_ name: String, among known: some Sequence<String>) -> [String] {
    let wanted = folded(name)
    let allowed = min(4, max(1, wanted.count / 3))
    let scored = known.map { (name: $0, distance: distance(wanted, folded($0))) }
      .filter { $0.distance <= allowed && $0.distance < wanted.count }
    let sorted = scored.sorted { left, right in
      left.distance == right.distance ? left.name.utf8.lexicographicallyPrecedes(right.name.utf8) : left.distance < right.distance
    }
    var names: [String] = []
    for (name, _) in sorted where names.count < 3 && !names.contains(name) { names.append(name) }
    return names
  }

  /// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours (Damerau 1964).
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard left.count <= 128, right.count <= 128 else { return left == right ? 0 : 128 }
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, byte) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(previous[column + 1] + 1, current[column] + 1, previous[column] + (byte == other ? 0 : 1))
        if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other { best = min(best, beforePrevious[column - 1] + 1) }
        current.append(best)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
  }

  /// ASCII lower case without `_`, `-` and `.`.
  private static func folded(_ name: String) -> [UInt8] {
    name.utf8.filter { $0 != 0x5F && $0 != 0x2D && $0 != 0x2E }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }
}
