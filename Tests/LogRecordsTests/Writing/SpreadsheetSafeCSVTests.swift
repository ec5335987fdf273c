import LogRecords
import Testing

@Suite struct SpreadsheetSafeCSVTests {
  func neutralized(_ text: String) -> String { String(decoding: SpreadsheetSafeCSV.neutralized(Array(text.utf8)), as: UTF8.self) }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "  =1", "\u{A0}=1", "\u{3000}-1", "\u{FEFF}=1", "\u{200B}=1", "＝1", "＋1", "－1",
    "＠x",
    "﹣1", "=\u{301}1", "-", "=cmd|' /C calc'!A0", " \t",
  ])
  func cellsThatBeginLikeFormulas(_ cell: String) {
    #expect(Array(neutralized(cell).utf8) == Array(("'" + cell).utf8))
  }

  @Test(arguments: ["", "a", "a=1", "user_7", "10.0.0.1", "'=1", "1-2", "é", " a -1", "ends\n", "\u{301}=1"])
  func harmlessCellsStay(_ cell: String) { #expect(Array(neutralized(cell).utf8) == Array(cell.utf8)) }

  @Test func everyLineIsGuarded() {
    #expect(neutralized("a\n=1\r\n b\r\n  +2\r-3") == "a\n'=1\r\n b\r\n'  +2\r'-3")
    #expect(neutralized("a\n\nb") == "a\n'\nb")
  }

  @Test func bytesOfOtherCodePagesCountAsSpaces() {
    #expect(SpreadsheetSafeCSV.neutralized([0xA0, 0x3D, 0x31]) == [0x27, 0xA0, 0x3D, 0x31])
    #expect(SpreadsheetSafeCSV.neutralized([0xFF, 0x61]) == [0xFF, 0x61])
  }

  @Test func longRunOfSpacesHidesNothing() {
    let cell = [UInt8](repeating: 0x20, count: 5_000) + Array("=1".utf8)
    #expect(SpreadsheetSafeCSV.neutralized(cell) == [0x27] + cell)
  }
}
