import CivilTime
import Diagnostics
import Foundation
import LogRecords
import SafeText
import Testing

@testable import LogQuery

/// The engine against a slow one, at any number of jobs and any size of chunks.
@Suite struct ScanEngineTests {
  static func engine(
    _ paths: [String], jobs: Int = 2, chunkSize: Int? = nil, options: SourceOptions = SourceOptions()
  ) throws -> ScanEngine {
    let files = paths.map { InputPath(name: $0, path: $0) }
    var engine = try ScanEngine(files: files, formats: [CSVFormat()], options: options, jobs: jobs)
    engine.chunkSize = chunkSize
    return engine
  }

  static func filter(_ text: String) throws -> LogQuery.Expression {
    try ExpressionParser.parse(text, dialect: .rows, at: SourceLocation(file: "test"))
  }

  static let groups: [[GroupKey]] = [
    [], [.column("user_id")], [.column("source_ip")], [.column("action")], [.column("outcome")], [.number(column: "bytes")],
    [.timeBin(column: "timestamp", width: .hours(1))], [.column("bytes")], [.column("user"), .column("action")],
    [.timeBin(column: "time", width: .minutes(7)), .column("success")], [.column("action"), .number(column: "bytes")],
    [.column("action"), .column("success"), .column("user_id")], [.chosenTimeBin(column: "time", most: 6)],
    [.column("action"), .chosenTimeBin(column: "timestamp", most: 30)],
    [.chosenTimeBin(column: "time", most: 2), .number(column: "bytes")],
    [.column("user_id"), .column("action"), .chosenTimeBin(column: "time", most: 9)],
    [.column("success"), .number(column: "bytes"), .column("source_ip"), .column("user_id")],
  ]

  static let measures: [[Measure]] = [
    [.count], [.distinct(column: "source_ip")], [.count, .distinct(column: "user_id"), .statistic(.sum, column: "bytes")],
    [.statistic(.mean, column: "bytes"), .count], [.statistic(.median, column: "bytes"), .statistic(.p95, column: "bytes")],
    [.statistic(.min, column: "bytes"), .statistic(.max, column: "bytes")],
    [.statistic(.sum, column: "bytes"), .distinct(column: "action")],
  ]

  /// Queries of every shape, for a seed.
  func queries(_ seed: UInt64) throws -> [Query] {
    var random = SplitMix64(state: seed)
    let filters: [LogQuery.Expression?] = [
      nil, nil, try Self.filter("action == \"login_attempt\""), try Self.filter("success == true"),
      try Self.filter("bytes > 2 or action contains \"s\""), try Self.filter("user_id == \"nobody\""),
    ]
    return Self.groups.map { groups in
      let prefix = Int.random(in: 1...max(1, groups.count), using: &random)
      return Query(
        filter: filters.randomElement(using: &random) ?? nil, groups: groups,
        measures: Self.measures.randomElement(using: &random) ?? [.count],
        top: Bool.random(using: &random) ? nil : Query.Top(Int.random(in: 1...6, using: &random), prefix: prefix),
        pinned: Bool.random(using: &random) ? [] : ["3", "user1", "scan", "success", "7", "2026-11-01T02:00:00Z", "nothing"],
        rowLimit: Int.random(in: 0..<4, using: &random))
    }
  }

  @Test(arguments: 0..<24) func agreesWithSlowEngine(seed: UInt64) throws {
    let log = try EngineLog(seed: seed, count: [0, 1, 60, 300][Int(seed % 4)])
    let queries = try queries(seed)
    let chunkSize = [1, 7, 64, 1_000, nil][Int(seed % 5)]
    var engine = try Self.engine([log.path], jobs: 1 + Int(seed % 4), chunkSize: chunkSize)
    engine.maximumRejects = 0
    let slow = SlowEngine(columns: try engine.columns(), rows: log.rows, references: log.references)
    let (tables, report) = try engine.run(queries)
    for (query, table) in zip(queries, tables) {
      let question = Comment(rawValue: "\(query.groups) \(query.measures.map(\.text)) top \(String(describing: query.top))")
      #expect(TableText.difference(table, slow.answer(query)) == nil, question)
      #expect(table.ledgerBalances, question)
    }
    #expect(report.tally.records == log.rows.count)
  }

  @Test(arguments: [25_000]) func manyKeysGoThroughPartitions(count: Int) throws {
    let log = try EngineLog(seed: 77, count: count, users: 20_000, addresses: 25_000)
    let queries = [
      Query(groups: [.column("source_ip")], top: Query.Top(10)), Query(groups: [.column("user_id")], top: Query.Top(10)),
      Query(measures: [.distinct(column: "source_ip"), .distinct(column: "user_id")]),
      Query(groups: [.column("user_id"), .column("source_ip")], top: Query.Top(5, prefix: 2)),
      Query(groups: [.column("action")], measures: [.distinct(column: "source_ip")]),
    ]
    var counts: [[ByteString?: Int]] = [[:], [:]]
    var pairs: Set<[ByteString?]> = []
    for row in log.rows {
      counts[0][row[2], default: 0] += 1
      counts[1][row[1], default: 0] += 1
      pairs.insert([row[1], row[2]])
    }
    let one = try Self.engine([log.path], jobs: 1).run(queries)
    let many = try Self.engine([log.path], jobs: 4, chunkSize: 10_000).run(queries)
    #expect(one.tables == many.tables)
    #expect(one.report == many.report)
    for (table, counts) in zip(one.tables, counts) {
      let expected = counts.sorted { left, right in
        left.value == right.value ? (left.key ?? "") < (right.key ?? "") : left.value > right.value
      }.prefix(10)
      #expect(table.rows.map(\.keys) == expected.map { [$0.key.map(Value.text) ?? .missing] })
      #expect(table.rows.map(\.count) == expected.map(\.value))
      #expect(table.groupCount == counts.count)
      #expect(table.ledgerBalances)
    }
    #expect(one.tables[2].rows[0].values == [.integer(Int64(counts[0].count)), .integer(Int64(counts[1].keys.count { $0 != nil }))])
    #expect(one.tables[3].groupCount == pairs.count)
    for (table, action) in [(one.tables[4], "scan"), (one.tables[4], "file_access")] {
      let expected = Set(log.rows.filter { $0[3] == ByteString(action) }.map { $0[2] }).count
      #expect(table.rows.first { $0.keys == [.text(ByteString(action))] }?.values == [.integer(Int64(expected))])
    }
  }

  @Test func rowsAreFetchedAgain() throws {
    let log = try EngineLog(seed: 5, count: 200)
    let engine = try Self.engine([log.path], jobs: 3, chunkSize: 100)
    let table = try engine.run([Query(filter: try Self.filter("action starts with \"two\""), rowLimit: 12)]).tables[0]
    #expect(table.references.count == 12)
    let asked = Array(table.references.reversed())
    let records = try engine.rows(asked)
    #expect(records.map(\.reference) == asked)
    for record in records {
      let row = try #require(log.references.firstIndex(of: record.reference))
      #expect(record.cells == log.rows[row])
    }
    #expect(try engine.rows([]) == [])
    #expect(throws: DiagnosticList.self) { try engine.rows([RowReference(file: 0, offset: 1, line: 1)]) }
  }

  @Test func filesAreOneSourceInOrderOfTime() throws {
    let log = try EngineLog(seed: 9, count: 0)
    func path(_ name: String, _ text: String) throws -> String {
      let url = URL(fileURLWithPath: log.folder + "/" + name)
      try Data(text.utf8).write(to: url)
      return url.path
    }
    let later = try path("later.csv", "time,user\n2026-11-02T00:00:00Z,b\n2026-11-03T00:00:00Z,c\n")
    let earlier = try path("earlier.csv", "user;time\r\na;2026-11-01T00:00:00Z\r\n;\r\nb;2026-10-31T00:00:00Z\r\n")
    let engine = try Self.engine([later, earlier], jobs: 4, chunkSize: 5)
    let (tables, report) = try engine.run([
      Query(groups: [.column("user")], rowLimit: 9), Query(groups: [.timeBin(column: "time", width: .days(1))]),
    ])
    #expect(report.files.map(\.name) == [earlier, later])
    #expect(try engine.columns().map(\.name) == ["user", "time"])
    #expect(tables[0].rows.map(\.keys) == [[.text("b")], [.missing], [.text("a")], [.text("c")]])
    #expect(tables[0].references.map(\.line) == [2, 3, 4, 2, 3])
    #expect(tables[0].references.map(\.file) == [0, 0, 0, 1, 1])
    #expect(tables[1].noValue == 1)
    #expect(report.files[0].first?.rfc3339 == "2026-10-31T00:00:00Z")
    #expect(report.files[0].last?.rfc3339 == "2026-11-01T00:00:00Z")
    #expect(report.files.map(\.stepsBack) == [1, 0])
    #expect(report.files.map(\.untimed) == [1, 0])
    let rows = try engine.rows([tables[0].references[3]])
    #expect(rows[0].cells == ["b", "2026-11-02T00:00:00Z"])
    let other = try path("other.csv", "time,usr\n2026-11-02T00:00:00Z,b\n")
    let problems = #expect(throws: DiagnosticList.self) { try Self.engine([later, other]) }
    #expect(problems?.diagnostics.count == 2)
    #expect(problems?.diagnostics.first?.message.contains("(did you mean ‘usr’?)") == true)
  }

  @Test func periodFiltersRows() throws {
    let log = try EngineLog(seed: 11, count: 500)
    let from = try #require(TimestampParser().parse(Array("2026-11-01T02:00:00Z".utf8)))
    let options = SourceOptions(period: from..<from + .hours(3))
    let queries = [Query(groups: [.column("action")], rowLimit: 3), Query(groups: [.chosenTimeBin(column: "time", most: 6)])]
    let (tables, report) = try Self.engine([log.path], jobs: 3, chunkSize: 999, options: options).run(queries)
    let inside = log.rows.indices.filter { row in
      log.rows[row][0].flatMap { TimestampParser().parse($0.bytes) }.map { $0 >= from && $0 < from + .hours(3) } ?? false
    }
    #expect(tables[0].matched == inside.count)
    #expect(report.files[0].outsidePeriod == log.rows.count - inside.count)
    #expect(report.tally.records == log.rows.count)
    #expect(tables[0].references == inside.prefix(3).map { log.references[$0] })
    let times = inside.compactMap { row in log.rows[row][0].flatMap { TimestampParser().parse($0.bytes) } }.sorted()
    #expect(tables[1].span == times[0]...times[times.count - 1])
    #expect(tables[1].binWidth == .minutes(30))
  }

  /// The distance between the first and the last time does not fit a signed number of nanoseconds.
  @Test(arguments: [1, 2, 3, 7]) func timesFarApartAreInBinsOfTheirOwn(jobs: Int) throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("logbrief-span-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let rows = (0..<900).map { $0 % 100 == 50 ? "1700-01-01T00:00:00Z,a\n" : "2250-03-04T05:06:07Z,b\n" }
    try Data(("time,key\n" + rows.joined()).utf8).write(to: file)
    let query = Query(groups: [.timeBin(column: "time", width: .hours(24))])
    let table = try Self.engine([file.path], jobs: jobs, chunkSize: 800).run([query]).tables[0]
    #expect(table.rows.map(\.count) == [9, 891])
  }

  /// Addresses of pages begin alike; their order must not be that of what they have in common.
  @Test(arguments: [1, 2]) func textsThatBeginAlikeAreInOrderOfTheirBytes(keys: Int) throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("logbrief-pages-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let common = "https://example.org/path/"
    var pages = (0..<500).map { common + "\($0 * 7_919 % 500)/a-rather-long-end-\($0 % 3)" } + [common, common + "\u{1}", common + "é"]
    try Data(("page,user\n" + pages.map { "\($0),u\n" }.joined()).utf8).write(to: file)
    let groups: [GroupKey] = [.column("page"), .column("user")]
    let rows = try Self.engine([file.path], chunkSize: 900).run([Query(groups: Array(groups.prefix(keys)))]).tables[0].rows
    pages.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(rows.map { $0.keys[0] } == pages.map { Value.text(ByteString($0)) })
  }

  @Test func compressedFilesGiveTheSame() throws {
    let log = try EngineLog(seed: 21, count: 400)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "gzip -k \"$0\" && sha256sum \"$0.gz\" > \"$0.sum\"", log.path]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let queries = try queries(3)
    let plain = try Self.engine([log.path], jobs: 2, chunkSize: 1_000)
    let packed = try Self.engine([log.path + ".gz"], jobs: 3, chunkSize: 777)
    let expected: (tables: [ResultTable], report: ScanReport) = try plain.run(queries)
    for _ in 0..<2 {
      let found = try packed.run(queries)
      #expect(found.tables == expected.tables)
      let sum = try String(contentsOfFile: log.path + ".sum", encoding: .utf8)
      #expect(found.report.files[0].sha256 == String(sum.prefix(64)))
    }
    let references = expected.tables.flatMap(\.references)
    #expect(try packed.rows(references) == plain.rows(references))
  }

  @Test func unknownColumnsAreReportedOnce() throws {
    let log = try EngineLog(seed: 1, count: 3)
    let engine = try Self.engine([log.path])
    let problems = #expect(throws: DiagnosticList.self) {
      try engine.run([
        Query(groups: [.column("user_ids")]), Query(measures: [.distinct(column: "user_ids"), .statistic(.sum, column: "byte")]),
        Query(filter: try Self.filter("acton == \"x\"")),
      ])
    }
    #expect(problems?.diagnostics.map(\.code) == [.content, .content, .content])
    #expect(problems?.diagnostics.first?.message == "there is no column ‘user_ids’ (did you mean ‘user_id’?)")
  }

  @Test func tooManyRejectsFail() throws {
    let log = try EngineLog(seed: 1, count: 0)
    try Data("a,b\n1,2\n1\n3,4\n1,2,3\n".utf8).write(to: URL(fileURLWithPath: log.path))
    var engine = try Self.engine([log.path], chunkSize: 3)
    engine.maximumRejects = 0.5
    #expect(try engine.run([Query()]).tables[0].matched == 2)
    engine.maximumRejects = 0.49
    let problems = #expect(throws: DiagnosticList.self) { try engine.run([Query()]) }
    #expect(
      problems?.diagnostics.first?.message
        == "2 of 4 records are rejected, 50%, more than the 49% allowed (wrong number of fields: 2)")
    let lines: [Int]? = problems?.diagnostics.dropFirst().map { $0.location?.line ?? 0 }
    #expect(lines == [3, 5])
  }

  @Test func changedFileIsNoticed() throws {
    let log = try EngineLog(seed: 1, count: 50)
    let engine = try Self.engine([log.path])
    _ = try engine.run([Query()])
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: log.path))
    try handle.truncate(atOffset: 100)
    let problems = #expect(throws: DiagnosticList.self) { try engine.run([Query()]) }
    #expect(problems?.exitCode() == .input)
  }
}
