/// Tells a log that fell silent from one that is merely quiet now and then.
enum SilentIntervals {
  /// How many such runs chance may give in a chart before a run is no longer remarkable.
  private static let remarkable = 0.05

  /// The runs of empty intervals that are too long for chance, in order: fewer than one chart in twenty would have so long a run.
  ///
  /// The longest is judged first, and then left out of account. The chance `q` of an interval to be empty is estimated from all others, by
  /// Laplace's rule of succession; of `n` intervals about `n · qᵏ` then begin a run of `k` empty ones.
  static func runs(_ isOccupied: [Bool]) -> [Range<Int>] {
    var count = isOccupied.count
    var empty = isOccupied.count { !$0 }
    guard empty < count else { return [] }
    let longestFirst = emptyRuns(isOccupied).sorted { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) }
    let silent = longestFirst.prefix { run in
      let share = Double(empty - run.count + 1) / Double(count - run.count + 2)
      let expected = run.reduce(Double(count)) { expected, _ in expected * share }
      count -= run.count
      empty -= run.count
      return expected < remarkable
    }
    return silent.sorted { $0.lowerBound < $1.lowerBound }
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
