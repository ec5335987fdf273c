import CivilTime
import SafeText
import Testing

@testable import ReportSite

/// Documents for the tests of pages. Addresses are from the documentation ranges.
enum PageSamples {
  static func time(_ day: Int, _ hour: Int, _ minute: Int = 0, _ second: Int = 0) throws -> Timestamp {
    try #require(CivilDateTime(year: 2026, month: 11, day: day, hour: hour, minute: minute, second: second).utc)
  }

  static let hash = "978a7cd44a8dfac823922093bc0409fe0404073dd9e27a7d22e796c0d5f38a2c"

  static let bars = DataTable(
    caption: SafeHTML("Login attempts by user"), columns: [DataTable.Column("user_id"), DataTable.Column("count", isNumber: true)],
    rows: [
      DataTable.Row([SafeHTML(value: "u61"), SafeHTML("7")]), DataTable.Row([SafeHTML("99 other users"), SafeHTML("253")], kind: .other),
      DataTable.Row([SafeHTML("Total"), SafeHTML("260")], kind: .total),
    ])

  static var figures: SafeHTML {
    let chart = FigureMarkup(
      number: 1, subject: "Login attempts by user_id, top 1 of 100", sampleSize: 1_260, title: SafeHTML("One user leads"),
      caption: SafeHTML("Bar length is login attempts."),
      claim: FigureMarkup.Claim(number: 2, verdict: .fails, found: SafeHTML("7")), isHalf: true, isSimulated: true,
      content: .chart(SafeHTML(#"<svg class="chart" height="20"></svg>"#), bars))
    let table = FigureMarkup(
      number: 1, subject: "Rows by user_id", title: SafeHTML("Who tried"),
      claim: FigureMarkup.Claim(number: 3, verdict: .holds, found: .empty), content: .table(bars))
    let rows = EvidenceRows(
      columns: ["user_id", "source_ip"],
      rows: [
        EvidenceRows.Row(line: 1_042, cells: ["u61", "203.0.113.17"]), EvidenceRows.Row(line: 1_043, cells: ["<b>\u{202E}", nil]),
      ], restCount: 1)
    let narrow = FigureMarkup(number: 2, subject: "Rows of the log", sampleSize: 2, content: .rows(rows))
    let wideRows = EvidenceRows(
      columns: (1...8).map { "c\($0)" }, rows: [EvidenceRows.Row(line: 9, cells: ["a", nil, "", "d", "e", "f", "g", "h"])])
    let wide = FigureMarkup(number: 3, subject: "Rows of the log", content: .rows(wideRows))
    let numbers = KeyNumbers(items: [
      KeyNumbers.Item(label: "attempts", remark: "26% of 1,000", value: SafeHTML("260")),
      KeyNumbers.Item(label: "busiest", value: SafeHTML(value: "203.0.113.17")),
    ])
    let keys = FigureMarkup(number: 0, subject: "", content: .numbers(numbers))
    return [keys, chart, table, narrow, wide].map { $0.markup + SafeHTML("\n") }.joined()
  }

  static func report() throws -> ReportDocument {
    ReportDocument(
      title: "Repeated login attempts", status: .draft, tlp: .amberStrict, authors: ["Night shift", "Review lead"],
      period: ReportPeriod(first: try time(1, 0, 3, 27), last: try time(1, 23, 58, 25), isAuthored: false),
      summary: SafeHTML(#"<p class="lede prose">Nobody stands out.</p>"#),
      sections: SafeHTML(#"<section class="part flow" id="logins" aria-labelledby="h-logins"><h2 id="h-logins">Logins</h2>"#)
        + figures + SafeHTML("</section>"),
      contents: [
        ContentsEntry(title: SafeHTML("Logins"), id: "logins", children: [ContentsEntry(title: SafeHTML("<code>u61</code>"), id: "u61")])
      ],
      claims: [
        ClaimRow(number: 1, sentence: SafeHTML("nobody tried often"), test: "f.max <= 6", found: SafeHTML("6"), verdict: .holds),
        ClaimRow(number: 2, sentence: SafeHTML("One user leads"), test: "f.max < 7", found: SafeHTML("7"), verdict: .fails),
        ClaimRow(number: 3, sentence: SafeHTML("Who tried"), test: "f.rows == 100", found: SafeHTML("100"), verdict: .holds),
      ],
      inputs: [
        InputDescription(
          name: "data/network_logs.csv", kind: "CSV with a header", bytes: 72_095, rows: 1_003, rejected: 3, first: try time(1, 0, 3, 27),
          last: try time(1, 23, 58, 25), timezone: "UTC, in each row", sha256: hash, isSimulated: true),
        InputDescription(
          name: "data/auth.log", kind: "Linux auth.log", bytes: 1, rows: 0,
          assumptions: ["Times carry no year: 2026 is assumed.", "Times carry no zone and are taken as UTC."], sha256: hash),
      ],
      method: [SafeHTML("Counting is exact.")],
      ledger: [LedgerLine(subject: "Figure 1", sum: "7 drawn + 253 other", total: 1_260, agrees: true)],
      rejected: [
        RejectedSample(
          file: "data/network_logs.csv", line: 1_002, content: "<script>alert(1)</script>\u{202E}", reason: "wrong number of fields",
          detail: "5 fields found, 6 expected")
      ],
      limits: [SafeHTML("Rows lost before they were written.")], toolVersion: "0.1.0")
  }

  static func index() throws -> SiteIndexDocument {
    SiteIndexDocument(
      title: "Incident reviews",
      reports: [
        SiteIndexDocument.Entry(
          folder: "nids-login-attempts", title: "Repeated login attempts", summary: SafeHTML("<p>Nobody stands out.</p>"), status: .final,
          tlp: .green, period: ReportPeriod(first: try time(1, 0), last: try time(3, 0), isAuthored: true), rows: 1_000, simulated: .some,
          claims: ClaimTally(holding: 12, failing: 0), spark: SafeHTML(#"<svg class="spark" aria-hidden="true"></svg>"#),
          sparkCaption: "events per hour, peak 61"),
        SiteIndexDocument.Entry(
          folder: "javascript:alert(1)", title: "SSH <logins>", status: .draft, tlp: .amber, rows: 1,
          claims: ClaimTally(holding: 11, failing: 1)),
      ], toolVersion: "0.1.0")
  }
}
