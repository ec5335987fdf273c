import LogSimulator
import Testing

@Suite("Attacks have the shapes they are named after")
struct AttackTests {
  /// All attacks over some ordinary events: the injected rows by attack id, the label lines and all rows.
  private func simulate(seed: UInt64, _ attacks: [AttackKind] = AttackKind.allCases) throws -> (
    injected: [String: [Row]], labels: [[String]], rows: [Row]
  ) {
    let simulation = NIDSSimulation(rows: 1_000, seed: seed, attacks: attacks)
    let text = try simulation.text()
    let rows = text.events.lines.dropFirst().map(Row.init)
    let labels = text.labels.lines.dropFirst().map { $0.split(separator: ",").map(String.init) }
    var injected: [String: [Row]] = [:]
    for label in labels {
      let number = try #require(Int(label[0]))
      injected[label[2], default: []].append(rows[number - 1])
    }
    return (injected, labels, rows)
  }

  @Test(arguments: [UInt64(1), 2, 3, 42, 99])
  func bruteForceFailsAtLeastTenTimesThenSucceeds(seed: UInt64) throws {
    let rows = try #require(try simulate(seed: seed).injected["brute-force-1"])
    #expect(Set(rows.map(\.source)).count == 1)
    #expect(Set(rows.map(\.user)).count == 1)
    #expect(rows.allSatisfy { $0.action == "login_attempt" })
    #expect(rows.dropLast().allSatisfy { $0.success == "false" })
    #expect(rows.dropLast().count >= 10)
    #expect(rows.last?.success == "true")
  }

  @Test(arguments: [UInt64(1), 2, 3, 42, 99])
  func sprayTriesManyUsersFromOneSource(seed: UInt64) throws {
    let rows = try #require(try simulate(seed: seed).injected["password-spray-1"])
    #expect(Set(rows.map(\.source)).count == 1)
    #expect(Set(rows.map(\.user)).count == rows.count)
    #expect(rows.count >= 40)
    #expect(rows.allSatisfy { $0.action == "login_attempt" && $0.success == "false" })
  }

  @Test(arguments: [UInt64(1), 2, 3, 42, 99])
  func scanMeetsFiftyDestinationsInFiveMinutes(seed: UInt64) throws {
    let rows = try #require(try simulate(seed: seed).injected["port-scan-1"])
    #expect(Set(rows.map(\.source)).count == 1)
    #expect(Set(rows.map(\.destination)).count == rows.count)
    #expect(rows.count >= 50)
    let times = rows.map(\.milliseconds)
    #expect(try #require(times.last) - (try #require(times.first)) < 5 * 60_000)
  }

  @Test(arguments: [UInt64(1), 2, 3, 42, 99])
  func bulkAccessIsABurstByOneUser(seed: UInt64) throws {
    let rows = try #require(try simulate(seed: seed).injected["bulk-access-1"])
    #expect(Set(rows.map(\.user)).count == 1)
    #expect(rows.allSatisfy { $0.action == "file_access" && $0.success == "true" })
    #expect(rows.count >= 200)
    let times = rows.map(\.milliseconds)
    #expect(try #require(times.last) - (try #require(times.first)) < 400_000)
  }

  @Test func attacksComeOnTopAndChangeNoOtherRow() throws {
    let plain = try NIDSSimulation(rows: 1_000).csvRows()
    let (injected, labels, rows) = try simulate(seed: 42)
    #expect(rows.count == plain.count + labels.count)
    let numbers = Set(labels.compactMap { Int($0[0]) })
    #expect(rows.enumerated().filter { !numbers.contains($0.offset + 1) }.map(\.element) == plain)
    #expect(rows.map(\.time) == rows.map(\.time).sorted())
    #expect(Set(injected.keys) == ["brute-force-1", "password-spray-1", "port-scan-1", "bulk-access-1"])
  }

  @Test func aKindNamedTwiceHappensTwice() throws {
    let injected = try simulate(seed: 42, [.bruteForce, .bruteForce]).injected
    #expect(Set(injected.keys) == ["brute-force-1", "brute-force-2"])
    #expect(injected["brute-force-1"]?.first?.source != injected["brute-force-2"]?.first?.source)
  }

  @Test func labelsNameTheSameRowsInEveryFormat() throws {
    var simulation = NIDSSimulation(rows: 5_000, attacks: AttackKind.allCases)
    let csv = try simulation.text().labels.bytes
    simulation.format = .jsonl
    #expect(try simulation.text().labels.bytes == csv)
  }

  @Test func attacksNeedNoOrdinaryEvents() throws {
    let text = try NIDSSimulation(rows: 0, attacks: [.portScan]).text()
    #expect(text.events.lines.count == text.labels.lines.count)
    #expect(text.labels.lines.dropFirst().first == "1,port-scan,port-scan-1")
  }
}
