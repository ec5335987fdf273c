import SafeText

/// The index page of a site: its reports, with what a reader needs to choose one.
public enum SiteIndexPage {
  /// The bytes of the site's `index.html`, as text.
  public static func render(_ document: SiteIndexDocument, templates: TemplateSet) -> String {
    templates.render(.index, context(document, templates: templates))
  }

  /// The values of the page's template.
  static func context(_ document: SiteIndexDocument, templates: TemplateSet) -> TemplateContext {
    var context = TemplateContext()
    let style = templates.style + StyleSheet.sheets(document.tlp, status: .final)
    context.set(.lock, PageLock.markup(style: style, hasImages: false))
    context.set(.style, SafeHTML("<style>") + SafeHTML(trustedMarkup: style) + SafeHTML("</style>"))
    let title = SafeHTML(prose: document.title)
    context.set(.tabTitle, title + SafeHTML(text: document.tlp.map { " · " + $0.text } ?? ""))
    context.set(.kicker, SafeHTML(text: document.kicker))
    context.set(.tlp, document.tlp.markup)
    context.set(.title, title)
    let rest: StaticString =
      document.reports.count == 1 ? ", one file that opens without a network." : ". Each is one file that opens without a network."
    context.set(.lede, ReportPage.count(document.reports.count, "report", "reports") + SafeHTML(rest))
    context.set(.reports, document.reports.map(self.entry))
    ReportPage.setFoot(
      mark: templates.mark, version: document.toolVersion, origin: ReportPage.count(document.reports.count, "report", "reports"),
      remark: SafeHTML("The label is the strictest of those listed."), in: &context)
    return context
  }

  private static func entry(_ report: SiteIndexDocument.Entry) -> TemplateContext {
    var context = TemplateContext()
    context.set(.reportTarget, target(report.folder))
    context.set(.reportTitle, SafeHTML(prose: report.title))
    context.set(.reportSummary, report.summary)
    var facts = report.period.map { [$0.markup] } ?? []
    facts.append(ReportPage.count(report.rows, "row", "rows"))
    if report.simulated != .nothing { facts.append(.element("b", [], report.simulated.words)) }
    context.set(.reportFacts, facts.joined(separator: SafeHTML(" · ")))
    context.set(.reportStatus, report.status == .draft ? SafeHTML("<b>Draft</b>") : SafeHTML("Final"))
    context.set(.reportTLP, report.tlp.markup)
    context.set(.reportVerdict, report.claims.markup)
    context.set(.spark, report.spark)
    context.set(.sparkCaption, SafeHTML(text: report.sparkCaption))
    return context
  }

  /// A link to a report: the folder's name with everything but letters, digits, `-`, `_` and `.` percent-encoded (RFC 3986), so that
  /// no name can become a scheme or leave the site.
  private static func target(_ folder: String) -> SafeHTML {
    let hex = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in folder.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        encoded.append(byte)
      default: encoded += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return SafeHTML(prose: String(decoding: encoded, as: UTF8.self) + "/index.html")
  }
}
