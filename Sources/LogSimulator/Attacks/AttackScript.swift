/// The events of all attacks of a simulation in time order, each with the attack that it belongs to.
///
/// Attacks are small (at most some hundred events each), so they are held in memory.
struct AttackScript {
  /// An event and its label.
  struct Step {
    var event: SimulatedEvent
    var kind: AttackKind
    /// Which attack of its kind, from 1.
    var number: Int
  }

  /// In time order; at the same time, in the order of the attacks.
  let steps: [Step]

  init(_ simulation: NIDSSimulation) {
    var all: [Step] = []
    var numbers: [AttackKind: Int] = [:]
    for (index, kind) in simulation.attacks.enumerated() {
      let number = numbers[kind, default: 0] + 1
      numbers[kind] = number
      var author = AttackAuthor(simulation, index: index)
      all += author.events(of: kind).map { Step(event: $0, kind: kind, number: number) }
    }
    // The standard library's sort is stable, but does not promise it: the position decides among equals.
    steps = all.enumerated().sorted {
      ($0.element.event.milliseconds, $0.offset) < ($1.element.event.milliseconds, $1.offset)
    }.map(\.element)
  }
}
