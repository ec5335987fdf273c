import Foundation
import LogRecords
import SafeText
import Testing

@testable import LogQuery

extension KeyRoom {
  /// One spread for all tables, and memory without end.
  static let forTests = KeyRoom(hash: KeyHash(), budget: MemoryBudget(limit: .max))
}

/// What does not fit the budget lies in a file, and nothing else changes.
@Suite struct MemoryTests {
  @Test func arraysGrowBeyondTheBudget() {
    let budget = MemoryBudget(limit: 50_000)
    var numbers = BudgetedArray<Int>(budget)
    for number in 0..<100_000 { numbers.append(number) }
    #expect((0..<100_000).allSatisfy { numbers[$0] == $0 })
    #expect(budget.spilledBytes >= 800_000)
    #expect(budget.failure == nil)
  }

  @Test(arguments: [0, 1, 4_095, 4_096, 4_097, 50_000])
  func arraysAreSortedAsTheStandardLibrarySorts(_ count: Int) {
    struct Pair: BitwiseCopyable, Hashable {
      var key: Int
      var place: Int
    }
    let pairs = (0..<count).map { Pair(key: $0 * 7_919 % 1_009, place: $0) }
    var array = BudgetedArray<Pair>(MemoryBudget(limit: 100_000))
    for pair in pairs { array.append(pair) }
    array.sort { $0.key < $1.key }
    // Equal ones as they stood.
    #expect((0..<count).map { array[$0] } == pairs.sorted { ($0.key, $0.place) < ($1.key, $1.place) })
  }

  @Test func blocksGivenBackAreUsedAgain() {
    let budget = MemoryBudget(limit: 0)
    for _ in 0..<1_000 {
      let block = budget.allocate(byteCount: 1 << 20)
      #expect(block.isSpilled)
      budget.free(block)
    }
    #expect(budget.spilledBytes == 1 << 26)
  }

  /// A thousand partitions for each of many counters have blocks of this size.
  @Test func smallBlocksAreSpilledToo() {
    let budget = MemoryBudget(limit: 0)
    let blocks = (0..<1_000).map { _ in budget.allocate(byteCount: 2_000) }
    #expect(blocks.allSatisfy { $0.isSpilled })
    for block in blocks { budget.free(block) }
  }

  @Test func blocksDoNotOverlap() {
    let budget = MemoryBudget(limit: 0)
    let sizes = [20_000, 1 << 26, 16_384, 100_000, 1 << 27, 70_000]
    let blocks = sizes.map { budget.allocate(byteCount: $0) }
    for (number, block) in blocks.enumerated() {
      unsafe block.start.initializeMemory(as: UInt8.self, repeating: UInt8(number), count: block.byteCount)
    }
    for (number, block) in blocks.enumerated() {
      #expect(unsafe UnsafeRawBufferPointer(start: block.start, count: block.byteCount).allSatisfy { $0 == UInt8(number) })
    }
    for block in blocks { budget.free(block) }
  }

  @Test func answersDoNotDependOnMemory() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("logbrief-memory-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("log.csv").path
    var text = "url,user,bytes,action\n"
    // Long texts, whole numbers and fractions, nearly all different.
    for row in 0..<15_000 {
      let number = row * 7_919 % 12_007
      text += "/shop/session/\(number)/of/someone,\(number % 5_003),\(Double(number) / 8),a\(row % 3)\n"
    }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let bytes: [Measure] = [.statistic(.median, column: "bytes"), .statistic(.p95, column: "bytes"), .statistic(.sum, column: "bytes")]
    let queries = [
      Query(groups: [.column("url")], top: Query.Top(10)),
      Query(groups: [.column("url"), .column("action")], top: Query.Top(4)),
      Query(groups: [.column("user")], measures: bytes, top: Query.Top(7)),
      Query(groups: [.column("action")], measures: [.distinct(column: "url"), .distinct(column: "user")]),
      Query(
        groups: [.column("url"), .column("user"), .column("action")], measures: [.statistic(.max, column: "bytes")],
        top: Query.Top(3, prefix: 2)),
      Query(measures: bytes + [.distinct(column: "url")]),
      Query(groups: [.column("url")], measures: [.count, .distinct(column: "action")] + bytes),
    ]
    let roomy = try ScanEngineTests.engine([path], jobs: 1).run(queries)
    // A list too long to be made at once: 2,993 numbers come twice, and so first.
    let (twice, once) = (0..<15_000).map { $0 * 7_919 % 12_007 }.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
      .reduce(into: ([String](), [String]())) { names, entry in
        let name = "/shop/session/\(entry.key)/of/someone"
        if entry.value == 2 { names.0.append(name) } else { names.1.append(name) }
      }
    let order = { (names: [String]) in names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { Value.text(ByteString($0)) } }
    #expect(roomy.tables.last?.rows.compactMap(\.keys.first) == order(twice) + order(once))
    for jobs in [1, 3] {
      var engine = try ScanEngineTests.engine([path], jobs: jobs, chunkSize: 100_000)
      engine.memory = MemorySize(bytes: 1 << 18)
      let spilled = LockedCount()
      engine.onSpill = { spilled.set($0) }
      #expect(try engine.run(queries).tables == roomy.tables)
      #expect(spilled.value > 0)
    }
  }

  private final class LockedCount: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0
    var value: Int { lock.withLock { count } }
    func set(_ count: Int) { lock.withLock { self.count = count } }
  }

  @Test(arguments: [("1G", 1 << 30), ("512m", 1 << 29), ("2048K", 1 << 21), ("77", 77), ("1T", 1 << 40)])
  func sizesAreRead(_ text: String, _ bytes: Int) { #expect(MemorySize(text)?.bytes == bytes) }

  @Test(arguments: ["", "G", "-1G", "1.5G", "1GB", "99999999999T", "0", "1 G", "１G"])
  func otherSizesAreNot(_ text: String) { #expect(MemorySize(text) == nil) }

  @Test(arguments: [("1G", "1G"), ("1024M", "1G"), ("1000M", "1000M"), ("77", "77")])
  func sizesAreWritten(_ text: String, _ written: String) { #expect(MemorySize(text)?.text == written) }
}
