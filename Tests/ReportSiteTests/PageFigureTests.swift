import CivilTime
import SafeText
import Testing

@testable import ReportSite

@Suite struct PageFigureTests {
  private func table(rows: Int, columns: Int) -> DataTable {
    DataTable(
      caption: SafeHTML("c"), columns: (0..<columns).map { DataTable.Column("k\($0)", isNumber: $0 > 0) },
      rows: (0..<rows).map { _ in DataTable.Row((0..<columns).map { SafeHTML(number: $0) }) })
  }

  @Test func longTablesScrollAndCanBeReachedByKeyboard() {
    #expect(table(rows: 20, columns: 2).disclosed.markup.hasPrefix("<div class=\"data\"><table>"))
    #expect(table(rows: 21, columns: 2).disclosed.markup.hasPrefix("<div class=\"data long\" tabindex=\"0\" role=\"group\""))
    #expect(table(rows: 21, columns: 6).disclosed.markup.hasPrefix("<div class=\"data wide\" tabindex=\"0\" role=\"group\""))
    #expect(table(rows: 61, columns: 6).disclosed.markup.hasPrefix("<div class=\"data tall wide\" tabindex=\"0\" role=\"group\""))
    #expect(table(rows: 21, columns: 5).disclosed.markup.hasPrefix("<div class=\"data long wide\" tabindex=\"0\" role=\"group\""))
    #expect(table(rows: 21, columns: 9).disclosed.markup.hasPrefix("<div class=\"data\" tabindex=\"0\" role=\"group\""))
  }

  /// On paper an address that heads a column is not broken, so that a few of them are too wide for two tables side by side.
  @Test func longHeadsKeepATableFromFlowing() {
    var table = table(rows: 30, columns: 4)
    for index in 1..<4 { table.columns[index].heading = "several short words" }
    #expect(table.disclosed.markup.hasPrefix("<div class=\"data long wide\""))
    for index in 1..<4 { table.columns[index].heading = "201.178.81.113" }
    #expect(table.disclosed.markup.hasPrefix("<div class=\"data tall\""))
  }

  @Test func wideTablesStackOnNarrowScreens() {
    #expect(table(rows: 1, columns: 3).standing.markup.hasPrefix("<table><caption>"))
    #expect(table(rows: 1, columns: 4).standing.markup.hasPrefix("<table class=\"stack\"><caption>"))
  }

  @Test func rowsHaveHeads() {
    let markup = PageSamples.bars.standing.markup
    #expect(markup.contains("<tr><th scope=\"row\"><bdi>u61</bdi></th><td class=\"n\">7</td></tr>"))
    #expect(markup.contains("<tr class=\"total\"><th scope=\"row\">Total</th>"))
  }

  @Test func rowsNotShownAreCounted() {
    let rows = (1...9).map { columns in
      EvidenceRows(columns: (0..<columns).map { "c\($0)" }, rows: [EvidenceRows.Row(line: 1, cells: ["x"])], restCount: 1_234)
    }
    #expect(rows[3].table(caption: .empty, remark: .empty).markup.contains("<td class=\"full\" colspan=\"5\">1,234 rows not shown</td>"))
    #expect(rows[8].list.markup.hasSuffix("<li><b></b><span>1,234 rows not shown</span></li>\n</ol>"))
    #expect(rows.map(\.isTable) == [true, true, true, true, true, false, false, false, false])
  }

  @Test func missingCellsAreEmpty() {
    let short = DataTable(caption: .empty, columns: [DataTable.Column("a"), DataTable.Column("b")], rows: [DataTable.Row([SafeHTML("1")])])
    #expect(short.standing.markup.contains("<th scope=\"row\">1</th><td></td>"))
  }

  @Test func onlySimulatedFiguresAreMarked() {
    var figure = FigureMarkup(number: 1, subject: "s", content: .chart(.empty, PageSamples.bars))
    #expect(!figure.markup.markup.contains("imulated"))
    figure.isSimulated = true
    #expect(figure.markup.markup.contains("<figure class=\"simulated\" id=\"fig-1\">"))
    #expect(figure.markup.markup.contains("Figure 1. s <span class=\"sim\">Simulated data</span></p>"))
  }

  @Test func sampleSizeIsPartOfTheHead() {
    let figure = FigureMarkup(number: 2, subject: "Users", sampleSize: 1_234, content: .chart(.empty, PageSamples.bars))
    #expect(figure.markup.markup.contains("<p class=\"fig-k\">Figure 2. Users; n\u{A0}=\u{A0}1,234</p>"))
  }

  @Test(arguments: [("1,234,5", false), ("1,234,56", true)]) func longValuesAreSetSmaller(_ value: String, _ isSmall: Bool) {
    let numbers = KeyNumbers(items: [KeyNumbers.Item(label: "l", value: .element("bdi", [], SafeHTML(text: value)))])
    #expect(numbers.markup.markup.contains("<dd class=\"words\">") == isSmall)
  }

  @Test func entitiesCountOnce() {
    let numbers = KeyNumbers(items: [KeyNumbers.Item(label: "l", value: SafeHTML(text: "<&>\"'"))])
    #expect(!numbers.markup.markup.contains("words"))
  }

  @Test(arguments: [("&amp;", 1), ("a;b", 3), ("<bdi>a</bdi>", 1), ("", 0), ("<a title=\"x\">é\u{301}</a>", 2)])
  func lengthIsWhatAReaderSees(_ markup: String, _ length: Int) { #expect(SafeHTML(trustedMarkup: markup).shownLength == length) }

  @Test func exactTimesKeepTheirDecimals() throws {
    let time = try #require(CivilDateTime(year: 2026, month: 11, day: 1, hour: 0, minute: 3, second: 27, nanosecond: 5_000_000).utc)
    #expect(TimeMarkup.exact(time).markup == "<time datetime=\"2026-11-01T00:03:27.005Z\">2026-11-01 00:03:27.005</time>")
  }

  @Test func periodsOfWholeDaysNameTheirLastDay() throws {
    let one = ReportPeriod(first: try PageSamples.time(1, 0), last: try PageSamples.time(2, 0), isAuthored: true)
    #expect(one.markup.markup == "<time datetime=\"2026-11-01\">1 Nov 2026</time>")
    let two = ReportPeriod(first: try PageSamples.time(1, 0), last: try PageSamples.time(3, 0), isAuthored: true)
    #expect(two.markup.markup.contains("2 Nov 2026</time>"))
    #expect(two.origin.markup == "set by the author")
    let hours = ReportPeriod(first: try PageSamples.time(1, 6), last: try PageSamples.time(1, 18), isAuthored: true)
    #expect(hours.origin.markup == "set by the author, end not included")
  }

  @Test(arguments: [
    (0, 0, "No claims"), (1, 0, "1 claim holds"), (12, 0, "12 claims hold"), (11, 1, "1 of 12 claims does not hold"),
    (0, 1, "> 1 claim does not hold"), (1, 2, "2 of 3 claims do not hold"),
  ])
  func talliesReadAsSentences(_ holding: Int, _ failing: Int, _ words: String) {
    #expect(ClaimTally(holding: holding, failing: failing).markup.markup.contains(words))
  }
}
