import LogSimulator
import Testing

/// The draws against what their weights promise. Bounds are five standard deviations of a binomial count, which a fair draw leaves once in
/// two million tries; the seed is fixed, so a test that passes once passes always.
@Suite("Simulated events have the distribution they claim")
struct SimulationStatisticsTests {
  private static let count = 40_000
  private static let simulated = Result { try NIDSSimulation(rows: count, seed: 2_026).csvRows() }
  private let rows: [Row]

  init() throws { rows = try Self.simulated.get() }

  private func isNear(_ observed: Int, _ probability: Double, of trials: Int) -> Bool {
    let expected = probability * Double(trials)
    return (Double(observed) - expected).magnitude < 5 * (expected * (1 - probability)).squareRoot()
  }

  @Test(arguments: [
    ("login_attempt", 0.26, 0.7), ("connection", 0.26, 0.95), ("file_access", 0.2, 0.92), ("data_transfer", 0.12, 0.96),
    ("policy_violation", 0.06, 0.4), ("port_scan", 0.05, 0.2), ("malware_alert", 0.03, 0.1), ("privilege_escalation", 0.02, 0.3),
  ])
  func actionsAndTheirSuccess(action: String, share: Double, success: Double) {
    let matching = rows.filter { $0.action == action }
    #expect(isNear(matching.count, share, of: Self.count))
    #expect(isNear(matching.filter { $0.success == "true" }.count, success, of: matching.count))
  }

  @Test func usersAreUniform() {
    let counts = Dictionary(grouping: rows, by: \.user).mapValues(\.count)
    #expect(counts.keys.sorted() == (1...100).map { "user_" + ($0 < 10 ? "00" : $0 < 100 ? "0" : "") + "\($0)" })
    // Pearson's statistic over 100 users has mean 99 and standard deviation 14.
    let expected = Double(Self.count) / 100
    let statistic = counts.values.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    #expect(statistic > 29 && statistic < 169)
  }

  @Test func addressesArePrivateOrForDocumentation() {
    var outside = 0
    for address in rows.flatMap({ [$0.source, $0.destination] }) {
      let octets = Row.octets(address)
      switch (octets[0], octets[1], octets[2]) {
      case (192, 0, 2), (198, 51, 100), (203, 0, 113): outside += 1
      case (10, _, _), (172, 16...31, _), (192, 168, _): break
      default: Issue.record("‘\(address)’ may belong to somebody")
      }
    }
    #expect(isNear(outside, 0.125, of: 2 * Self.count))
  }

  @Test func timesAreUniformWithinTheDay() {
    #expect(rows.map(\.time) == rows.map(\.time).sorted())
    #expect(rows.allSatisfy { $0.time.hasPrefix("2026-11-01T") })
    let hours = Dictionary(grouping: rows) { $0.milliseconds / 3_600_000 }
    for hour in 0..<24 { #expect(isNear(hours[hour]?.count ?? 0, 1 / 24, of: Self.count)) }
  }

  @Test func fewEventsComeAsAtRandomAndNotEvenly() throws {
    // Counts an hour of 4,000 uniform times vary as Poisson counts do: their variance is about their mean of 167. Evenly spaced
    // events would have a variance near 0. Over 10 seeds the ratio has a standard deviation of 0.09.
    var ratio = 0.0
    for seed in 1...10 {
      let rows = try NIDSSimulation(rows: 4_000, seed: UInt64(seed)).csvRows()
      let counts = Dictionary(grouping: rows) { $0.milliseconds / 3_600_000 }.values.map { Double($0.count) }
      let mean = 4_000.0 / 24
      ratio += counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 23 / mean / 10
    }
    #expect(ratio > 0.55 && ratio < 1.45)
  }
}
