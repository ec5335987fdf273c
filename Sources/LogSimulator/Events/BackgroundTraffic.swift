/// The ordinary events of a simulation, made block by block in time order, each block by itself.
///
/// Rows are cut into blocks of ``blockLength``. A block of k of the n rows has k/n of the span, and the times of its rows are k uniform
/// draws within it, sorted: up to one block that is a Poisson process given its count, beyond it the count of each block is even. Nothing
/// but one block is ever held, and any block can be made without those before it.
struct BackgroundTraffic {
  /// Rows in a block.
  static let blockLength: UInt64 = 4_096

  let rows: UInt64
  let users: UInt64
  /// First millisecond, and how many there are.
  let start: Int64
  let span: UInt64
  /// Words 3i, 3i+1 and 3i+2 belong to row i: its action and outcome; its user and source; its destination.
  private let attributes: RandomStream
  /// Word i is a time for row i's block.
  private let arrivals: RandomStream

  init(_ simulation: NIDSSimulation) {
    rows = UInt64(simulation.rows)
    users = UInt64(simulation.users)
    start = simulation.startMilliseconds
    span = UInt64(simulation.hours) * 3_600_000
    attributes = RandomStream(seed: simulation.seed, number: 0)
    arrivals = RandomStream(seed: simulation.seed, number: 1)
  }

  /// Number of blocks.
  var blockCount: UInt64 { (rows + Self.blockLength - 1) / Self.blockLength }

  /// Replaces `events` by those of a block; none past the last.
  func fill(_ events: inout [SimulatedEvent], block: UInt64) {
    events.removeAll(keepingCapacity: true)
    guard block < blockCount else { return }
    let first = block * Self.blockLength
    let end = min(rows, first + Self.blockLength)
    let blockStart = share(first)
    let width = share(end) - blockStart
    var times = (first..<end).map { row in
      var draw = RandomDraw(arrivals.word(row))
      return draw.below(width)
    }
    times.sort()
    for (row, time) in zip(first..<end, times) {
      events.append(event(row, at: start + Int64(blockStart + time)))
    }
  }

  /// Row `row` with its time given.
  private func event(_ row: UInt64, at milliseconds: Int64) -> SimulatedEvent {
    var what = RandomDraw(attributes.word(3 &* row))
    var who = RandomDraw(attributes.word(3 &* row &+ 1))
    var toWhom = RandomDraw(attributes.word(3 &* row &+ 2))
    let action = SimulatedAction.byWeight[Int(what.below(SimulatedAction.totalWeight))]
    return SimulatedEvent(
      milliseconds: milliseconds, user: who.below(users) + 1, source: AddressPool.any(&who), destination: AddressPool.any(&toWhom),
      action: action, isSuccess: what.below(1_000) < action.successWeight)
  }

  /// The milliseconds of the span that lie before row `row`.
  private func share(_ row: UInt64) -> UInt64 {
    let product = row.multipliedFullWidth(by: span)
    return rows.dividingFullWidth(product).quotient
  }
}
