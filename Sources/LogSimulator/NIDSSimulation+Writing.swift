import Diagnostics

extension NIDSSimulation {
  /// Writes the events in time order, and where wanted the rows that belong to attacks.
  ///
  /// Memory does not grow with ``rows``: one block of events is held at a time. At the same millisecond, ordinary events come first.
  ///
  /// - Parameters:
  ///   - events: takes the events, with a header where the format has one.
  ///   - labels: takes `row,attack,attack_id`, one line for each injected event; `row` counts events from 1 (a header is no row),
  ///     `attack` is the kind and `attack_id` the kind with a number, `brute-force-1`.
  /// - Returns: the number of events written.
  /// - Throws: wrong usage (64) as ``validate()``, or what a sink throws.
  @discardableResult
  public func write(to events: inout some ByteSink, labels: inout some ByteSink) throws(DiagnosticList) -> Int {
    try validate()
    let traffic = BackgroundTraffic(self)
    var attacks = AttackScript(self).steps[...]
    var text = EventText(format: format, users: users)
    var bytes = text.header
    var labelBytes = Array("row,attack,attack_id\n".utf8)
    var block: [SimulatedEvent] = []
    var row = 0
    // One block more than there is: the attacks after the last ordinary event.
    for number in 0...traffic.blockCount {
      traffic.fill(&block, block: number)
      let until = number == traffic.blockCount ? Int64.max : block.last?.milliseconds ?? .min
      let due = attacks.prefix { $0.event.milliseconds < until }
      attacks = attacks.dropFirst(due.count)
      for (row, step) in merge(due, into: &block, after: row) {
        labelBytes += "\(row),\(step.kind.rawValue),\(step.kind.rawValue)-\(step.number)\n".utf8
      }
      text.append(block, to: &bytes)
      row += block.count
      try events.write(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    try labels.write(labelBytes)
    return row
  }

  /// Writes the events alone.
  @discardableResult
  public func write(to events: inout some ByteSink) throws(DiagnosticList) -> Int {
    var nowhere = DiscardingSink()
    return try write(to: &events, labels: &nowhere)
  }
}

/// Puts the steps of attacks among ordinary events, both in time order, and tells each step's row, `after` rows having gone before.
private func merge(
  _ steps: ArraySlice<AttackScript.Step>, into block: inout [SimulatedEvent], after rows: Int
) -> [(row: Int, step: AttackScript.Step)] {
  guard !steps.isEmpty else { return [] }
  var merged: [SimulatedEvent] = []
  var labelled: [(row: Int, step: AttackScript.Step)] = []
  var ordinary = block[...]
  for step in steps {
    let before = ordinary.prefix { $0.milliseconds <= step.event.milliseconds }
    merged += before
    ordinary = ordinary.dropFirst(before.count)
    merged.append(step.event)
    labelled.append((rows + merged.count, step))
  }
  block = merged + ordinary
  return labelled
}

/// Takes bytes and forgets them.
private struct DiscardingSink: ByteSink {
  mutating func write(_ bytes: [UInt8]) throws(DiagnosticList) {}
}
