/// Tells a log that fell silent from one that is merely quiet now and then.
enum SilentIntervals {
  /// How many such runs chance may give in a chart before a run is no longer remarkable.
  private static let remarkable = 0.05

  /// The runs of empty intervals that are too long for chance: fewer than one chart in twenty would have so long a run.
  ///
  /// The chance `q` of an interval to be empty is estimated from all intervals outside the run, by Laplace's rule of succession; of `n`
  /// intervals about `n · qᵏ` then begin a run of `k` empty ones.
  static func runs(_ isOccupied: [Bool]) -> [Range<Int>] {
    let empty = isOccupied.count { !$0 }
    guard empty < isOccupied.count else { return [] }
    return emptyRuns(isOccupied).filter { run in
      let share = Double(empty - run.count + 1) / Double(isOccupied.count - run.count + 2)
      return run.reduce(Double(isOccupied.count)) { expected, _ in expected * share } < remarkable
    }
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
