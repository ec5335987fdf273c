import Testing

@testable import LogSimulator

/// Byte for byte what `Tests/References/nids_simulation.py` writes, told by length and FNV-1a (64 bits) of both outputs.
@Suite("The same simulation gives the same bytes everywhere")
struct SimulationBytesTests {
  struct Golden: Sendable, CustomTestStringConvertible {
    var simulation: NIDSSimulation
    var events: (count: Int, hash: UInt64)
    var labels: (count: Int, hash: UInt64)
    var testDescription: String {
      "\(simulation.rows) rows, \(simulation.users) users, seed \(simulation.seed), \(simulation.format), "
        + "\(simulation.attacks.count) attacks"
    }
  }

  private static let noLabels: (Int, UInt64) = (21, 0x25ef_202f_80c2_c461)

  @Test(arguments: [
    Golden(simulation: NIDSSimulation(rows: 0), events: (58, 0xdbb7_e02c_2cdf_e8ae), labels: noLabels),
    Golden(simulation: NIDSSimulation(), events: (79_612, 0xabfd_6fe6_816e_0494), labels: noLabels),
    Golden(simulation: NIDSSimulation(format: .jsonl), events: (218_554, 0x25e6_fd3c_8f48_6e5f), labels: noLabels),
    Golden(simulation: NIDSSimulation(seed: 7), events: (79_591, 0x759d_2f39_e4fa_b255), labels: noLabels),
    Golden(
      simulation: NIDSSimulation(rows: 20_000, users: 5_000, attacks: AttackKind.allCases), events: (1_653_894, 0x73a3_08b8_1ae6_6744),
      labels: (16_671, 0x4bdf_88d4_b824_c0aa)),
    Golden(
      simulation: NIDSSimulation(rows: 300, users: 10, attacks: AttackKind.allCases + [.portScan, .bruteForce], format: .jsonl),
      events: (204_732, 0xe412_bacd_ea3c_0ea0), labels: (18_268, 0xf100_6d7d_def8_d591)),
  ])
  func equalsTheReference(_ golden: Golden) throws {
    let text = try golden.simulation.text()
    #expect(text.events.bytes.count == golden.events.count)
    #expect(fnv1a(text.events.bytes) == golden.events.hash)
    #expect(text.labels.bytes.count == golden.labels.count)
    #expect(fnv1a(text.labels.bytes) == golden.labels.hash)
  }

  @Test func firstRows() throws {
    #expect(
      try NIDSSimulation().text().events.lines.prefix(2) == [
        "timestamp,user_id,source_ip,destination_ip,action,success",
        "2026-11-01T00:00:08.014Z,user_046,192.0.2.66,10.177.194.173,file_access,true",
      ])
    #expect(
      try NIDSSimulation(format: .jsonl).text().events.lines.first
        == #"{"user_id": "user_046", "source_ip": "192.0.2.66", "destination_ip": "10.177.194.173", "action": "file_access", "#
        + #""success": true, "event": "network_event", "level": "info", "timestamp": "2026-11-01T00:00:08.014000Z"}"#)
  }

  @Test func writesInPiecesWhoseSizeDoesNotGrow() throws {
    let small = try NIDSSimulation(rows: 10_000).text().events
    let large = try NIDSSimulation(rows: 40_000).text().events
    #expect(large.longestWrite <= small.longestWrite + small.longestWrite / 100)
    #expect(large.writes > small.writes)
    #expect(large.lines.count == 40_001)
  }

  @Test func lineLimitHolds() throws {
    let simulation = NIDSSimulation(rows: 1, users: 1_000_000_000)
    var text = EventText(format: .jsonl, users: simulation.users)
    var bytes: [UInt8] = []
    let event = SimulatedEvent(
      milliseconds: 0, user: 1_000_000_000, source: .max, destination: .max, action: .privilegeEscalation, isSuccess: false)
    text.append([event], to: &bytes)
    #expect(bytes.count <= EventText.longestLine)
    #expect(String(decoding: bytes, as: UTF8.self).contains("\"user_1000000000\", \"source_ip\": \"255.255.255.255\""))
  }

  /// The first words of SplitMix64 from state 0, as its authors' C program prints them.
  @Test func wordsAreThoseOfSplitMix64() {
    let stream = RandomStream(seed: 0, number: 0)
    #expect((0..<3).map { stream.word($0) } == [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F])
  }

  private func fnv1a(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
