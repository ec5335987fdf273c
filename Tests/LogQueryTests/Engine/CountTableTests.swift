import Testing

@testable import LogQuery

/// Tables and partitions against a dictionary.
@Suite struct CountTableTests {
  @Test(arguments: [1, 100, 5_000, 40_000]) func tableCounts(different: UInt64) {
    var random = SplitMix64(state: different)
    var table = CountTable<UInt64>(.forTests)
    var expected: [UInt64: Int] = [:]
    for _ in 0..<30_000 {
      let key = random.next() % different
      expected[key, default: 0] += 1
      table.add(key, times: 1)
    }
    var found: [UInt64: Int] = [:]
    table.forEach { key, count in found[key, default: 0] += count }
    #expect(found == expected)
    let (count, some) = (table.count, expected.keys.first ?? 0)
    #expect(count == expected.count)
    let answers = [
      table.contains(some), table.contains { $0 == some }, table.contains(different + 1), table.contains { $0 == different + 1 },
    ]
    #expect(answers == [true, true, false, false])
  }

  @Test func countsBeyond32Bits() {
    var table = CountTable<UInt32>(.forTests)
    for _ in 0..<3 { table.add(7, times: Int(UInt32.max)) }
    table.add(7, times: 1)
    table.add(8, times: 1)
    var found: [UInt32: Int] = [:]
    table.forEach { key, count in found[key] = count }
    #expect(found == [7: 3 * Int(UInt32.max) + 1, 8: 1])
  }

  @Test func lanesMeetInPartitions() {
    var random = SplitMix64(state: 3)
    let shared = SharedPartitions<WordPair>(.forTests)
    let lanes = (0..<3).map { _ in KeyCounts(shared, .forTests) }
    let batch = BatchVector<WordPair>(filler: .filler)
    var expected: [WordPair: Int] = [:]
    for (number, lane) in lanes.enumerated() {
      // The last lane sees few keys, and must hand them over all the same.
      for _ in 0..<(number == 2 ? 1 : 20) {
        batch.count = 0
        for _ in 0..<2_000 {
          let key = WordPair(first: random.next() % 200, second: random.next() % 90)
          expected[key, default: 0] += 1
          batch.append(key)
        }
        lane.add(batch)
      }
    }
    let counts = SettledCounts(lanes, shared, .forTests)
    var found: [WordPair: Int] = [:]
    for share in 0..<4 { counts.forEach(inShare: share, of: 4) { key, count in found[key, default: 0] += count } }
    #expect(found == expected)
    #expect(counts.keyCount == expected.count)
    #expect(counts.contains(WordPair(first: 1, second: 2)) == (expected[WordPair(first: 1, second: 2)] != nil))
    #expect(!counts.contains(WordPair(first: 1_000, second: 2)))
  }
}
