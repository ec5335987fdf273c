/// Tells a log that fell silent from one that is merely quiet now and then.
enum SilentIntervals {
  /// How many such runs chance alone may give in a chart before a run is no longer remarkable.
  private static let remarkable = 0.05

  /// The runs of empty intervals that are too long for chance: were the empty ones spread at random, fewer than one chart in twenty would
  /// have so long a run. Of `n` intervals with a share `q` empty, about `n · qᵏ` runs have a length of `k` or more.
  static func runs(_ isOccupied: [Bool]) -> [Range<Int>] {
    let empty = isOccupied.count { !$0 }
    guard empty > 0, empty < isOccupied.count else { return [] }
    let share = Double(empty) / Double(isOccupied.count)
    var expected = Double(isOccupied.count) * share
    var length = 1
    while expected >= remarkable {
      expected *= share
      length += 1
    }
    return emptyRuns(isOccupied).filter { $0.count >= length }
  }

  private static func emptyRuns(_ isOccupied: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for index in 0...isOccupied.count where index == isOccupied.count || isOccupied[index] {
      if index > start { runs.append(start..<index) }
      start = index + 1
    }
    return runs
  }
}
