extension RecordBatch {
  /// Removes the records whose time is outside a half-open period, or that have none; `times` must have been read.
  ///
  /// - Returns: how many were removed.
  mutating func removeRecords(outside period: Range<Int64>) -> Int {
    var kept = 0
    for row in 0..<count where times[row] != Self.noTime && period.contains(times[row]) {
      if kept != row {
        for column in 0..<columnCount { unsafe cells[column * capacity + kept] = cells[column * capacity + row] }
        unsafe places[kept] = places[row]
        times[kept] = times[row]
      }
      kept += 1
    }
    let removed = count - kept
    count = kept
    times.removeLast(removed)
    return removed
  }
}
