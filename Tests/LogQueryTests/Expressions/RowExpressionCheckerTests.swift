import Diagnostics
import LogQuery
import LogRecords
import Testing

/// What makes sense over the columns of a source, and what does not.
@Suite struct RowExpressionCheckerTests {
  private let columns = [
    Column(name: "@timestamp", role: .time), Column(name: "user_id", role: .user), Column(name: "success", role: .outcome),
    Column(name: "bytes_in", role: .bytes), Column(name: "größe"), Column(name: "user"), Column(name: "a"), Column(name: "b"),
  ]

  private func check(_ text: String) throws -> RowFilter {
    try RowExpressionChecker.check(try ExpressionParser.parse(text, dialect: .rows, at: SourceLocation(file: "test")), columns: columns)
  }

  @Test func listsTheColumnsItReads() throws {
    #expect(try check(#"b == "x" and (time < 2026-11-01 or user == "u") and b is empty"#).columns == [0, 5, 7])
    #expect(try check(#"column("größe") > 1 and outcome == true and bytes > 1"#).columns == [2, 3, 4])
  }

  @Test func takesAColumnBeforeARole() throws {
    #expect(try check(#"user == "x""#).columns == [5])
    #expect(try check(#"bytes == 1"#).columns == [3])
  }

  @Test func filtersThatTestTheSameAreEqual() throws {
    #expect(try check(#"time < 2026-11-01 and a == "x""#) == check(#"(@timestamp  < 2026-11-01T00:00:00Z) and "x" == a"#))
    #expect(try check(#"success == true"#) == check(#"outcome == "Accepted""#))
    #expect(try check("a == 7") != check(#"a == "7""#))
  }

  /// A text, the places (from 0) of its mistakes and a part of the first message.
  @Test(arguments: [
    ("usr_id == 1", [0], "unknown column ‘usr_id’ (did you mean ‘user_id’"), ("outcom == true", [0], "(did you mean ‘outcome’?)"),
    ("a == null", [5], "unknown column ‘null’; a cell without a value is found by ‘is empty’"),
    ("success == True", [11], "unknown column ‘True’ (did you mean ‘true’?)"),
    ("x == 1 or yy is empty", [0, 10], "unknown column ‘x’"), ("a-b == 1", [0], "unknown column ‘a-b’; a difference has spaces: a - b"),
    ("a", [0], "‘a’ is not true or false by itself; compare it: a == true"), ("a == 1 and success", [11], "‘success’ is not true or false"),
    ("7", [0], "true or false is needed"), ("a + 1", [0], "true or false is needed"),
    (#""a" == "x""#, [0], "a column is written without quotes"),
    ("1 == 1", [0], "a column is missing"), ("a > 10m", [0], "can't compare a column with a duration; a cell has no unit"),
    ("time > 1793491200", [0], "a time is written 2026-11-01T00:00:00Z"), (#"a == """#, [0], "write ‘is empty’"),
    (#"a in ["x", ""]"#, [0], "write ‘is empty’"), ("a < true", [0], "true and false compare with == and != only"),
    ("a contains 7", [0], "‘contains’ takes a column and a text"), (#""x" contains a"#, [0], "takes the column first"),
    (#"outcome == "sucess""#, [0], "‘sucess’ is no outcome (did you mean ‘success’?)"),
    ("a + 1 is empty", [0], "‘is empty’ takes a column"),
    (#""x" matches /x/"#, [0], "‘matches’ takes a column"), ("(a == 1) == true", [0], "true or false can't be compared"),
    (#"a + "x" == 1"#, [0], "‘+’ does not go with a column and text"), ("time + time == time", [0], "does not go with the time of a row"),
    ("time - 1 == 2", [0], "does not go with the time of a row and a number"),
    ("time - a == 5", [0], "can't compare a duration with a number"),
    ("time in 10.0.0.0/8", [0], "‘in’ with a network takes a column"), (#"a in 1.."x""#, [5], "a range runs between"),
  ])
  func explainsMistakes(text: String, places: [Int], message: String) throws {
    do {
      _ = try check(text)
      Issue.record("no mistake found")
    } catch let errors as ExpressionErrors {
      #expect(errors.all.map(\.range.lowerBound) == places)
      #expect(errors.all.first?.message.contains(message) == true, "\(errors.all.first?.message ?? "")")
    } catch let errors as DiagnosticList {
      #expect(errors.diagnostics.map { ($0.location?.column ?? 0) - 1 } == places)
      #expect(errors.diagnostics.first?.message.contains(message) == true)
    }
  }
}
