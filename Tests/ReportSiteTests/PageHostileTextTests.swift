import SafeText
import Testing

@testable import ReportSite

/// Text that anyone may have written must never change what a page is made of.
@Suite struct PageHostileTextTests {
  private static let payloads = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>", "<!--", "-->", "]]>", "<![CDATA[", "&lt;script&gt;", "{{{sections}}}", "{{#claims}}", "{{> page}}",
    "javascript:alert(1)", "data:text/html,x", "\u{0}\u{8}\u{1B}[31m", "\u{202E}gnp.exe", "\u{2028}\u{2029}", "\u{FEFF}\u{200B}\u{AD}",
    "⟦U+202E⟧",
    "a\nb\r\nc\td", "=1+1", "`", "\\", "%s%n", "\u{E0041}\u{E0042}",
    "Z\u{335}\u{322}\u{333}\u{355}\u{340}\u{341}\u{342}\u{343}\u{344}\u{345}\u{346}",
  ]
  private static let tails = ["", "\u{301}", "\u{338}", "\u{FE0F}", "\u{200D}"]

  /// Each payload alone, and with each of its scalars followed by a scalar that joins it into one `Character`.
  static let strings: [String] = payloads.flatMap { payload in
    tails.map { tail in
      var text = String.UnicodeScalarView()
      for scalar in payload.unicodeScalars {
        text.append(scalar)
        text.append(contentsOf: tail.unicodeScalars)
      }
      return String(text)
    }
  }

  @Test func reportKeepsItsSkeleton() throws {
    let templates = try TemplateSet()
    let twin = PageText.skeleton(ReportPage.render(try report("harmless"), templates: templates))
    for text in Self.strings {
      let hostile = ReportPage.render(try report(text), templates: templates)
      #expect(PageText.skeleton(hostile) == twin, "\(text.debugDescription)")
      #expect(!hostile.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }, "\(text.debugDescription)")
    }
  }

  @Test func indexKeepsItsSkeleton() throws {
    let templates = try TemplateSet()
    let twin = PageText.skeleton(SiteIndexPage.render(try index("harmless"), templates: templates))
    for text in Self.strings {
      let hostile = SiteIndexPage.render(try index(text), templates: templates)
      #expect(PageText.skeleton(hostile) == twin, "\(text.debugDescription)")
    }
  }

  private func report(_ text: String) throws -> ReportDocument {
    var document = try PageSamples.report()
    document.title = text
    document.kicker = text
    document.authors = [text, text]
    document.toolVersion = text
    document.claims[0].test = text
    document.inputs[0].name = text
    document.inputs[0].kind = text
    document.inputs[0].timezone = text
    document.inputs[0].assumptions = [text]
    document.inputs[0].sha256 = text
    document.ledger[0] = LedgerLine(subject: text, sum: text, total: 1, agrees: true)
    document.rejected = [RejectedSample(file: text, line: 1, content: ByteString(text), reason: text, detail: text)]
    let table = DataTable(
      caption: .empty, columns: [DataTable.Column(text), DataTable.Column(text, isNumber: true)],
      rows: [DataTable.Row([SafeHTML(value: ByteString(text)), SafeHTML(text: text)])])
    let wide = EvidenceRows(columns: Array(repeating: text, count: 9), rows: [EvidenceRows.Row(line: 1, cells: [ByteString(text)])])
    let numbers = KeyNumbers(items: [KeyNumbers.Item(label: text, remark: text, value: SafeHTML("1"))])
    for content in [FigureMarkup.Content.chart(.empty, table), .table(table), .rows(wide), .numbers(numbers)] {
      document.sections += FigureMarkup(number: 1, subject: text, title: SafeHTML(text: text), isSimulated: true, content: content).markup
    }
    return document
  }

  private func index(_ text: String) throws -> SiteIndexDocument {
    var document = try PageSamples.index()
    document.title = text
    document.kicker = text
    document.reports[0].folder = text
    document.reports[0].title = text
    document.reports[0].sparkCaption = text
    return document
  }
}
