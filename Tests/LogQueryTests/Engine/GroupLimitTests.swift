import Foundation
import LogRecords
import SafeText
import Testing

@testable import LogQuery

/// The first groups in the order of the rows are told apart, whoever reads which chunk when.
@Suite struct GroupLimitTests {
  private static let groups: [[GroupKey]] = [
    [.column("user_id")], [.column("source_ip")], [.column("outcome")], [.number(column: "bytes")], [.column("action")],
    [.timeBin(column: "timestamp", width: .hours(1))], [.column("user"), .column("action")],
    [.timeBin(column: "time", width: .minutes(7)), .column("success")], [.column("action"), .number(column: "bytes")],
    [.column("action"), .column("success"), .column("user_id")],
    [.column("success"), .number(column: "bytes"), .column("source_ip"), .column("user_id")],
  ]

  /// Limited queries of every shape, for a seed, and some without a limit that share their keys.
  private func queries(_ seed: UInt64) throws -> [Query] {
    var random = SplitMix64(state: seed)
    let filters: [LogQuery.Expression?] = [
      nil, nil, try ScanEngineTests.filter("action == \"login_attempt\""), try ScanEngineTests.filter("bytes > 2 or action contains \"s\""),
      try ScanEngineTests.filter("user_id == \"nobody\""),
    ]
    return Self.groups.flatMap { groups in
      let prefix = Int.random(in: 1...groups.count, using: &random)
      let query = Query(
        filter: filters.randomElement(using: &random) ?? nil, groups: groups,
        top: Bool.random(using: &random) ? nil : Query.Top(Int.random(in: 1...6, using: &random), prefix: prefix),
        groupLimit: [1, 2, 3, 5, 8, 30, 1_000].randomElement(using: &random),
        pinned: Bool.random(using: &random) ? [] : ["3", "user1", "scan", "success", "7", "a.very.long.account.name.2", "nothing"],
        rowLimit: Int.random(in: 0..<4, using: &random))
      return Bool.random(using: &random) ? [query] : [query, Query(filter: query.filter, groups: groups, top: query.top)]
    }
  }

  @Test(arguments: 0..<16) func agreesWithSlowEngine(seed: UInt64) throws {
    let log = try EngineLog(seed: seed, count: [0, 1, 60, 300][Int(seed % 4)], users: 30, addresses: 40)
    let queries = try queries(seed)
    let engine = try ScanEngineTests.engine([log.path], jobs: 1)
    let slow = SlowEngine(columns: try engine.columns(), rows: log.rows, references: log.references)
    let expected = queries.map(slow.answer)
    for (place, jobs) in [1, 2, 3, 7].enumerated() {
      let chunkSize = [1, 7, 64, 1_000, nil][(Int(seed) + place) % 5]
      let tables = try ScanEngineTests.engine([log.path], jobs: jobs, chunkSize: chunkSize).run(queries).tables
      for (table, answer) in zip(tables, expected) {
        let query = answer.query
        #expect(
          TableText.difference(table, answer) == nil,
          "\(query.groups) limit \(query.groupLimit ?? 0) top \(String(describing: query.top)), \(jobs) jobs, chunks of \(chunkSize ?? 0)")
        #expect(table.ledgerBalances)
      }
    }
  }

  /// Several files are one source, one after another; the header alone and a file whose end is a chunk's end are among them.
  @Test(arguments: [1, 2, 3, 7], [1, 9, 100, 10_000]) func filesFollowEachOther(jobs: Int, chunkSize: Int) throws {
    let log = try EngineLog(seed: 5, count: 240, users: 50, addresses: 60)
    let parts = [0..<90, 90..<90, 90..<91, 91..<240]
    for (number, part) in parts.enumerated() { try log.write(Array(log.rows[part]), to: "part\(number).csv") }
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/bin/sh")
    gzip.arguments = ["-c", "gzip \"$0\"", log.folder + "/part0.csv"]
    try gzip.run()
    gzip.waitUntilExit()
    let paths = ["part0.csv.gz", "part1.csv", "part2.csv", "part3.csv"].map { log.folder + "/" + $0 }
    let engine = try ScanEngineTests.engine(paths, jobs: jobs, chunkSize: chunkSize)
    let slow = SlowEngine(columns: try engine.columns(), rows: try rows(of: engine, parts, log), references: [])
    let queries = [1, 4, 17].flatMap { limit in
      Self.groups.map { Query(groups: $0, top: Query.Top(5, prefix: $0.count), groupLimit: limit) }
    }
    for table in try engine.run(queries).tables { #expect(TableText.difference(table, slow.answer(table.query)) == nil) }
  }

  /// The rows in the order in which the engine reads the files, which is that of their first times.
  private func rows(of engine: ScanEngine, _ parts: [Range<Int>], _ log: EngineLog) throws -> [[ByteString?]] {
    try engine.source.files.flatMap { file in
      let number = try #require(parts.indices.first { file.input.name.contains("part\($0)") })
      return Array(log.rows[parts[number]])
    }
  }

  /// One below the number of keys, equal to it, and above it.
  @Test(arguments: [(2, 1), (3, 0), (4, 0)]) func aLimitThatIsNotReachedChangesNothing(limit: Int, past: Int) throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("logbrief-limit-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("user,n\nb,1\na,2\nb,3\n10.0.0.1,4\nb,5\n".utf8).write(to: file)
    var query = Query(groups: [.column("user")])
    let whole = try ScanEngineTests.engine([file.path]).run([query]).tables[0]
    query.groupLimit = limit
    var table = try ScanEngineTests.engine([file.path], jobs: 3, chunkSize: 2).run([query]).tables[0]
    #expect(table.isPastLimit == (past > 0))
    #expect(table.rowsPastLimit == past)
    #expect(table.groupCount == min(limit, 3))
    guard past == 0 else {
      #expect(table.rows.map(\.keys) == [[.text("b")], [.text("a")]])
      #expect(table.rest == [ResultTable.Row(keys: [], values: [.integer(1)], count: 1)])
      return
    }
    table.query = whole.query
    #expect(table == whole)
  }

  /// Made-up names, short, long, and numbers, fill neither memory nor disk: what a whole count spills, a limited one forgets.
  @Test(arguments: [1, 3]) func keysPastTheLimitLeaveNothingBehind(jobs: Int) throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("logbrief-names-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let count = 20_000
    let rows = (0..<count).map { "/a/made/up/name/\($0),10.0.\($0 / 256 % 256).\($0 % 256),\(Int.max - $0)\n" }
    try Data(("url,address,number\n" + rows.joined()).utf8).write(to: file)
    let groups: [[GroupKey]] = [
      [.column("url")], [.column("address")], [.number(column: "number")], [.column("url"), .column("address")],
      [.column("address"), .column("number"), .column("url")],
    ]
    for limit in [nil, 50] {
      var engine = try ScanEngineTests.engine([file.path], jobs: jobs, chunkSize: 10_000)
      // A fraction of what the texts alone take.
      engine.memory = MemorySize(bytes: 1 << 20)
      let spill = SpillMark()
      engine.onSpill = { _ in spill.set() }
      let tables = try engine.run(groups.map { Query(groups: $0, top: Query.Top(3, prefix: $0.count), groupLimit: limit) }).tables
      #expect(spill.isSet == (limit == nil))
      for table in tables {
        #expect(table.groupCount == limit ?? count)
        #expect(table.rowsPastLimit == (limit == nil ? 0 : count - 50))
      }
    }
  }

  private final class SpillMark: @unchecked Sendable {
    private let lock = NSLock()
    private var mark = false
    var isSet: Bool { lock.withLock { mark } }
    func set() { lock.withLock { mark = true } }
  }
}
