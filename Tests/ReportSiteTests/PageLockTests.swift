import SafeText
import Testing

@testable import ReportSite

@Suite struct PageLockTests {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func base64(_ text: String, _ encoded: String) { #expect(PageLock.base64(Array(text.utf8)) == encoded) }

  /// From `printf '' | openssl dgst -sha256 -binary | base64` and the same of `abc`.
  @Test(arguments: [("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="), ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")])
  func hash(_ style: String, _ hash: String) { #expect(PageLock.hash(style) == hash) }

  /// Every label and status has its own style text, and the policy names exactly that text.
  @Test(arguments: [nil] + TLPLabel.allCases.map(Optional.some), ReportStatus.allCases)
  func policyNamesTheStyle(_ tlp: TLPLabel?, _ status: ReportStatus) throws {
    let document = ReportDocument(title: "t", status: status, tlp: tlp)
    let page = try ReportPage.render(document, templates: TemplateSet())
    let style = try #require(PageText.between("<style>", "</style>", in: page))
    let policy = PageText.between("content=\"default-src", "\">", in: page)
    #expect(policy == " 'none'; style-src 'sha256-\(PageLock.hash(style))'; base-uri 'none'; form-action 'none'")
    #expect(style.utf8.last != 0x0A)
  }

  @Test func imagesAreAllowedOnlyWhereThereAreSome() throws {
    var document = ReportDocument(title: "t")
    #expect(try !ReportPage.render(document, templates: TemplateSet()).contains("img-src"))
    document.hasImages = true
    #expect(try ReportPage.render(document, templates: TemplateSet()).contains("'; img-src data:; base-uri 'none'"))
  }

  /// The browser must know charset and policy before it meets anything else.
  @Test func charsetThenPolicyComeFirst() throws {
    let page = try ReportPage.render(ReportDocument(title: "t"), templates: TemplateSet())
    let start = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\""
    #expect(page.hasPrefix(start))
    #expect(page.contains("<meta name=\"referrer\" content=\"no-referrer\">"))
  }

  @Test func noStyleAttributesScriptsOrAddresses() throws {
    for page in [
      try ReportPage.render(PageSamples.report(), templates: TemplateSet()),
      try SiteIndexPage.render(PageSamples.index(), templates: TemplateSet()),
    ] {
      let text = PageText.withoutStyle(page)
      for forbidden in ["style=", "<script", "http:", "https:", " on", "src="] where text.contains(forbidden) {
        let tags = PageText.skeleton(page).filter { $0.contains(forbidden) }
        #expect(tags.isEmpty, "‘\(forbidden)’ in \(tags)")
      }
    }
  }

  @Test func emptyReportIsSmall() throws {
    let page = try ReportPage.render(ReportDocument(title: "Nothing yet"), templates: TemplateSet())
    #expect(page.utf8.count <= 40_000)
  }

  /// The strictest label is that of the site.
  @Test func indexTakesTheStrictestLabel() throws {
    let page = try SiteIndexPage.render(PageSamples.index(), templates: TemplateSet())
    #expect(PageText.between("<div class=\"bar\">", "</div>", in: page)?.contains("TLP:AMBER</span>") == true)
    #expect(TLPLabel.allCases.shuffled().max() == .red)
    #expect(SiteIndexDocument(title: "t", reports: []).tlp == nil)
  }

  @Test func foldersCannotBecomeSchemes() throws {
    let page = try SiteIndexPage.render(PageSamples.index(), templates: TemplateSet())
    #expect(page.contains("href=\"javascript%3Aalert%281%29/index.html\""))
  }
}
