import Diagnostics
import Testing

@Suite struct NearestNamesTests {
  let columns = ["timestamp", "user_id", "source_ip", "destination_ip", "action", "success"]

  @Test(
    arguments: [
      ("userid", ["user_id"]), ("User-ID", ["user_id"]), ("actoin", ["action"]), ("timestmp", ["timestamp"]), ("sucess", ["success"]),
      ("sourceip", ["source_ip"]), ("colour", []), ("x", []), ("", []), ("_", []),
    ] as [(String, [String])])
  func nearNames(name: String, expected: [String]) { #expect(NearestNames.near(name, among: columns) == expected) }

  @Test func atMostThreeNearestFirstEachOnce() {
    #expect(NearestNames.near("aaaa", among: ["aabb", "aaab", "aaac", "aaaa", "aaad", "aaab"]) == ["aaaa", "aaab", "aaac"])
  }

  @Test func hints() {
    #expect(NearestNames.hint(for: "userid", among: columns) == " (did you mean ‘user_id’?)")
    #expect(NearestNames.hint(for: "ab1", among: ["ab2", "ab3"]) == " (did you mean ‘ab2’ or ‘ab3’?)")
    #expect(NearestNames.hint(for: "zzz", among: columns).isEmpty)
  }

  @Test func hugeNamesTakeNoTime() {
    let huge = String(repeating: "a", count: 1_000_000)
    #expect(NearestNames.near(huge, among: columns).isEmpty)
  }
}
