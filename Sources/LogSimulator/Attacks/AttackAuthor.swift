/// Writes the events of one attack; its random words are a stream of their own, so that an attack changes no other event.
struct AttackAuthor {
  private let users: UInt64
  private let start: Int64
  private let span: Int64
  private let stream: RandomStream
  private var position: UInt64 = 0

  /// The author of the attack at `index` in the simulation's list. Streams 0 and 1 are the ordinary events'.
  init(_ simulation: NIDSSimulation, index: Int) {
    users = UInt64(simulation.users)
    start = simulation.startMilliseconds
    span = Int64(simulation.hours) * 3_600_000
    stream = RandomStream(seed: simulation.seed, number: 2 + UInt64(index))
  }

  /// The attack's events, in time order.
  mutating func events(of kind: AttackKind) -> [SimulatedEvent] {
    var events =
      switch kind {
      case .bruteForce: bruteForce()
      case .passwordSpray: passwordSpray()
      case .portScan: portScan()
      case .bulkAccess: bulkAccess()
      }
    let length = events.last?.milliseconds ?? 0
    let offset = start + Int64(draw(below: UInt64(span - length)))
    for index in events.indices { events[index].milliseconds += offset }
    return events
  }

  private mutating func bruteForce() -> [SimulatedEvent] {
    let failures = 24 + draw(below: 40)
    let (user, source, destination) = (draw(below: users) + 1, outsideAddress(), insideAddress())
    var time: Int64 = 0
    return (0...failures).map { attempt in
      if attempt > 0 { time += Int64(1_000 + draw(below: 4_001)) }
      return SimulatedEvent(
        milliseconds: time, user: user, source: source, destination: destination, action: .loginAttempt, isSuccess: attempt == failures)
    }
  }

  private mutating func passwordSpray() -> [SimulatedEvent] {
    let tries = min(users, 40 + draw(below: 40))
    let (source, destination) = (outsideAddress(), insideAddress())
    let targets = distinctNumbers(tries, below: users)
    var time: Int64 = 0
    return targets.enumerated().map { index, target in
      if index > 0 { time += Int64(5_000 + draw(below: 15_001)) }
      return SimulatedEvent(
        milliseconds: time, user: target + 1, source: source, destination: destination, action: .loginAttempt, isSuccess: false)
    }
  }

  private mutating func portScan() -> [SimulatedEvent] {
    let probes = 60 + draw(below: 60)
    let (user, source, network) = (draw(below: users) + 1, insideAddress(), insideAddress() & 0xFFFF_FF00)
    let hosts = distinctNumbers(probes, below: 256)
    var time: Int64 = 0
    return hosts.enumerated().map { index, host in
      if index > 0 { time += Int64(500 + draw(below: 2_001)) }
      return SimulatedEvent(
        milliseconds: time, user: user, source: source, destination: network | UInt32(host), action: .portScan,
        isSuccess: draw(below: 8) == 0)
    }
  }

  private mutating func bulkAccess() -> [SimulatedEvent] {
    let files = 200 + draw(below: 200)
    let (user, source, destination) = (draw(below: users) + 1, insideAddress(), insideAddress())
    var time: Int64 = 0
    return (0..<files).map { index in
      if index > 0 { time += Int64(200 + draw(below: 801)) }
      return SimulatedEvent(
        milliseconds: time, user: user, source: source, destination: destination, action: .fileAccess, isSuccess: true)
    }
  }

  /// The attack's next random word.
  private mutating func nextDraw() -> RandomDraw {
    defer { position += 1 }
    return RandomDraw(stream.word(position))
  }

  private mutating func draw(below bound: UInt64) -> UInt64 {
    var draw = nextDraw()
    return draw.below(bound)
  }

  private mutating func insideAddress() -> UInt32 {
    var draw = nextDraw()
    return AddressPool.inside(&draw)
  }

  private mutating func outsideAddress() -> UInt32 {
    var draw = nextDraw()
    return AddressPool.outside(&draw)
  }

  /// `count` different numbers below `bound`, every choice and order equally likely (Floyd's sampling as Bentley gives it,
  /// "Programming Pearls: a sample of brilliance", CACM 30(9), 1987, with insertion that also makes the order random).
  private mutating func distinctNumbers(_ count: UInt64, below bound: UInt64) -> [UInt64] {
    var chosen: [UInt64] = []
    for limit in bound - count..<bound {
      let number = draw(below: limit + 1)
      if let index = chosen.firstIndex(of: number) {
        chosen.insert(limit, at: index + 1)
      } else {
        chosen.insert(number, at: 0)
      }
    }
    return chosen
  }
}
