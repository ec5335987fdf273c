import CivilTime
import LogQuery
import LogRecords
import SafeText
import Testing

/// Filters over batches.
@Suite struct BatchPredicateTests {
  private static let columns = [
    Column(name: "@timestamp", role: .time), Column(name: "success", role: .outcome), Column(name: "a"), Column(name: "b"),
    Column(name: "c"),
  ]

  /// Whether the filter holds, for each row.
  private func holds(_ text: String, _ rows: [[ByteString?]], columns: [Column] = columns) throws -> [Bool] {
    try RowBatches.holds(RowBatches.filter(text, columns: columns), rows)
  }

  /// Holds for cells of one column `a`; nil is a missing cell.
  private func holds(_ text: String, cells: [ByteString?]) throws -> [Bool] {
    try holds(text, cells.map { [$0] }, columns: [Column(name: "a")])
  }

  @Test func comparesTextByBytes() throws {
    let cells: [ByteString?] = ["login_attempt", "login_attemp_", "Login_attempt", "login_attempt ", "\u{E9}", "e\u{301}", nil]
    #expect(try holds("a == \"login_attempt\"", cells: cells) == [true, false, false, false, false, false, false])
    #expect(try holds("a != \"login_attempt\"", cells: cells) == [false, true, true, true, true, true, true])
    #expect(try holds("a == \"\u{E9}\"", cells: cells) == [false, false, false, false, true, false, false])
    #expect(try holds("a < \"a\"", cells: cells) == [false, false, true, false, false, false, false])
    #expect(try holds("a starts with \"login\"", cells: cells) == [true, true, false, true, false, false, false])
    #expect(try holds("a ends with \"t\"", cells: cells) == [true, false, true, false, false, false, false])
    #expect(try holds("a contains \"attempt\"", cells: cells) == [true, false, true, true, false, false, false])
    #expect(try holds("a in [\"login_attempt\", \"e\u{301}\"]", cells: cells) == [true, false, false, false, false, true, false])
  }

  @Test(arguments: [0, 1, 3, 4, 7, 8, 9, 15, 16, 17, 24, 40])
  func findsTheOneByteThatDiffers(length: Int) throws {
    let word = [UInt8](repeating: UInt8(ascii: "x"), count: length + 1)
    var cells: [ByteString?] = [ByteString(bytes: word)]
    for index in word.indices {
      var other = word
      other[index] = UInt8(ascii: "y")
      cells.append(ByteString(bytes: other))
    }
    let expected = [true] + Array(repeating: false, count: word.count)
    let text = String(decoding: word, as: UTF8.self)
    #expect(try holds("a == \"\(text)\"", cells: cells) == expected)
    #expect(try holds("a in [\"\(text)\", \"z\"]", cells: cells) == expected)
  }

  @Test func comparesNumbers() throws {
    let cells: [ByteString?] = ["7", "7.0", "70e-1", "8", "-1", "abc", "", "9007199254740993", nil]
    #expect(try holds("a == 7", cells: cells) == [true, true, true, false, false, false, false, false, false])
    #expect(try holds("a != 7", cells: cells) == [false, false, false, true, true, true, true, true, true])
    #expect(try holds("a < 7.5", cells: cells) == [true, true, true, false, true, false, false, false, false])
    #expect(try holds("7 < a", cells: cells) == [false, false, false, true, false, false, false, true, false])
    #expect(try holds("a == 9007199254740993", cells: cells)[7])
    #expect(try !holds("a == 9007199254740992", cells: cells)[7])
    #expect(try holds("a in -1..8", cells: cells) == [true, true, true, false, true, false, false, false, false])
    #expect(try holds("a in [7, \"abc\"]", cells: cells) == [true, true, true, false, false, true, false, false, false])
    #expect(try holds("a * 2 + 1 == 15", cells: cells) == [true, true, true, false, false, false, false, false, false])
    #expect(try holds("a / 0 == 1 or not (a / 0 == 1)", cells: cells) == Array(repeating: true, count: 9))
  }

  @Test func comparesTimes() throws {
    let rows: [[ByteString?]] = [
      ["2026-11-01T00:00:00Z", "2026-11-01T00:10:00Z"], ["2026-11-01 23:59:59.999", "1793577600"], ["2026-11-02", "2026-11-02T00:00:01Z"],
      ["yesterday", "2026-11-02"], [nil, nil],
    ]
    let columns = [Column(name: "start", role: .time), Column(name: "end")]
    #expect(try holds("start in 2026-11-01..2026-11-02", rows, columns: columns) == [true, true, false, false, false])
    #expect(try holds("time >= 2026-11-02", rows, columns: columns) == [false, false, true, false, false])
    #expect(try holds("end < 2026-11-02T00:00:01Z", rows, columns: columns) == [true, true, false, true, false])
    #expect(try holds("end - start > 1s", rows, columns: columns) == [true, false, false, false, false])
    #expect(try holds("start + 10m == end", rows, columns: columns) == [true, false, false, false, false])
    #expect(try holds("start < end", rows, columns: columns) == [true, true, true, false, false])
  }

  @Test func takesTheTimesThatABatchBringsAlong() throws {
    let filter = try RowBatches.filter("time < 2026-11-01", columns: Self.columns)
    var batch = RowBatches.batch([[nil, nil, nil, nil, nil], ["2026-11-02", nil, nil, nil, nil], ["2026-10-01", nil, nil, nil, nil]])
    batch.times = [0, RecordBatch.noTime, 1_893_456_000_000_000_000]
    var predicate = BatchPredicate(filter, wanted: [0, 1, 2, 3, 4], timeColumn: 0)
    var selection = RowSelection(first: batch.count)
    predicate.narrow(&selection, in: batch)
    #expect((0..<3).map { selection[$0] } == [true, false, false])
  }

  @Test func readsOutcomesHoweverSpelt() throws {
    let rows: [[ByteString?]] = ["True", "1", "Accepted", "no", "FAILED", "maybe", nil].map { [nil, $0, "yes", nil, nil] }
    #expect(try holds("success == true", rows) == [true, true, true, false, false, false, false])
    #expect(try holds("outcome == \"failure\"", rows) == [false, false, false, true, true, false, false])
    #expect(try holds("outcome == \"False\"", rows) == [false, false, false, true, true, false, false])
    #expect(try holds("outcome in [\"success\", \"unknown\"]", rows) == [true, true, true, false, false, true, false])
    #expect(try holds("outcome != true", rows) == [false, false, false, true, true, true, true])
    #expect(try holds("outcome == \"maybe\"", rows) == [false, false, false, false, false, true, false])
    #expect(try holds("outcome starts with \"F\"", rows) == [false, false, false, false, true, false, false])
    #expect(try holds("a == true", rows) == Array(repeating: true, count: 7))
  }

  @Test func findsAddressesInNetworks() throws {
    let cells: [ByteString?] = ["10.0.0.1", "10.255.255.255", "11.0.0.0", "::ffff:10.1.2.3", "2001:db8::1", "10.0.0.1:80", nil]
    #expect(try holds("a in 10.0.0.0/8", cells: cells) == [true, true, false, true, false, false, false])
    #expect(try holds("a in 2001:db8::/32", cells: cells) == [false, false, false, false, true, false, false])
    #expect(try holds("a in ::/0", cells: cells) == [true, true, true, true, true, false, false])
    #expect(try holds("a in 10.0.0.1", cells: cells) == [true, false, false, false, false, false, false])
  }

  @Test func searchesForPatterns() throws {
    let cells: [ByteString?] = ["/admin/x", "/ADMIN", "x/admin", ByteString(bytes: [0xFF] + Array("/admin".utf8)), "é", nil]
    #expect(try holds("a matches /admin/", cells: cells) == [true, false, true, true, false, false])
    #expect(try holds("a matches /(?i)^\\/admin/", cells: cells) == [true, true, false, false, false, false])
    #expect(try holds("a matches /^.$/", cells: cells) == [false, false, false, false, true, false])
    #expect(try holds("not a matches /admin/", cells: cells) == [false, true, false, false, true, true])
  }

  @Test func countsSearchesGivenUp() throws {
    let hopeless = ByteString(String(repeating: "a", count: 40))
    let filter = try RowBatches.filter("a matches /^(a+)+b|(a|aa)+c/", columns: [Column(name: "a")])
    var predicate = BatchPredicate(filter, wanted: [0])
    let batch = RowBatches.batch([[hopeless], ["b"], [hopeless], ["aab"]])
    var selection = RowSelection(first: batch.count)
    predicate.narrow(&selection, in: batch)
    #expect((0..<4).map { selection[$0] } == [false, false, false, true])
    #expect(predicate.searchesGivenUp == 2)
  }

  @Test func readsValuesOfDecoders() throws {
    var batch = RecordBatch(columnCount: 2)
    let symbol = batch.cell(symbol: "login_attempt")
    for cell in [symbol, Cell(.integer, payload: 7), Cell(.time, payload: 1_793_491_200_000_000_000), .missing] {
      batch.appendRecord(offset: 0, line: 1)
      batch.set(1, cell)
    }
    let columns = [Column(name: "x"), Column(name: "a"), Column(name: "b")]
    let expected: [(String, [Bool])] = [
      (#"a == "login_attempt""#, [true, false, false, false]), (#"a == "7""#, [false, true, false, false]),
      ("a == 7", [false, true, false, false]),
      (#"a in ["7", "2026-11-01T00:00:00Z"]"#, [false, true, true, false]), ("a < 2026-11-02", [false, false, true, false]),
      (#"a starts with "2026""#, [false, false, true, false]), ("a is empty", [false, false, false, true]),
      ("a == true", [false, false, false, false]),
    ]
    for (text, holds) in expected {
      var predicate = BatchPredicate(try RowBatches.filter(text, columns: columns), wanted: [2, 1])
      var selection = RowSelection(first: batch.count)
      predicate.narrow(&selection, in: batch)
      #expect((0..<4).map { selection[$0] } == holds, "\(text)")
    }
  }

  @Test func narrowsOnlyWhatWasSelected() throws {
    var predicate = BatchPredicate(try RowBatches.filter("not a is empty", columns: [Column(name: "a")]), wanted: [0])
    let batch = RowBatches.batch((0..<200).map { _ in ["x"] })
    var selection = RowSelection()
    selection[3] = true
    selection[130] = true
    predicate.narrow(&selection, in: batch)
    var selected: [Int] = []
    selection.forEach { selected.append($0) }
    #expect(selected == [3, 130])
    #expect(selection.count == 2)
    #expect(RowSelection(first: 4_096).count == 4_096)
    #expect(RowSelection(first: 65).count == 65)
    #expect(RowSelection(first: 0).isEmpty)
  }

  @Test func agreesWithTheSlowEvaluator() throws {
    var maker = ExpressionMaker(seed: 42)
    let names = ["time", "outcome", "a", "b", "c"]
    let columns = names.map { Column(name: $0, role: $0 == "time" ? .time : $0 == "outcome" ? .outcome : nil) }
    var tried = 0
    var held = 0
    for _ in 0..<300 {
      let rows = (0..<70).map { _ in maker.row() }
      for _ in 0..<5 {
        let expression = maker.condition(depth: 4)
        let filter = try RowExpressionChecker.check(expression, columns: columns)
        let expected = rows.map { SlowRowEvaluator(columns: columns, row: $0).truth(expression) }
        #expect(RowBatches.holds(filter, rows) == expected, "\(ExpressionText.of(expression))")
        tried += expected.count
        held += expected.count { $0 }
      }
    }
    #expect(held > tried / 10 && held < tried * 9 / 10, "the filters tried tell rows apart")
  }
}
