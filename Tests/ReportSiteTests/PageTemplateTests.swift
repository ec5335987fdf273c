import Diagnostics
import Foundation
import SafeText
import Testing

@testable import ReportSite

@Suite struct PageTemplateTests {
  /// One mistake each, with the message as printed.
  @Test(arguments: [
    ("{{title}}", "page.mustache:2:3: error: ‘{{title}}’ would be escaped a second time; write ‘{{{title}}}’"),
    ("{{ title }}", "page.mustache:2:3: error: ‘{{title}}’ would be escaped a second time; write ‘{{{title}}}’"),
    ("{{& title}}", "page.mustache:2:3: error: a template knows ‘{{{name}}}’, sections and partials, not ‘{{&’"),
    ("{{=<% %>=}}", "page.mustache:2:3: error: a template knows ‘{{{name}}}’, sections and partials, not ‘{{=’"),
    ("{{% CONTENT_TYPE: TEXT}}", "page.mustache:2:3: error: a template knows ‘{{{name}}}’, sections and partials, not ‘{{%’"),
    ("{{< head}}", "page.mustache:2:3: error: a template knows ‘{{{name}}}’, sections and partials, not ‘{{<’"),
    ("{{{titel}}}", "page.mustache:2:3: error: page.mustache has no value ‘titel’ (did you mean ‘title’?)"),
    ("{{{upper(title)}}}", "page.mustache:2:3: error: page.mustache has no value ‘upper(title)’"),
    ("{{{.}}}", "page.mustache:2:3: error: page.mustache has no value ‘.’"),
    ("{{#summery}}{{/summery}}", "page.mustache:2:3: error: page.mustache has no value ‘summery’ (did you mean ‘summary’?)"),
    ("{{> foto}}", "page.mustache:2:3: error: page.mustache can't include ‘foto’ (did you mean ‘foot’?)"),
    ("{{> page}}", "page.mustache:2:3: error: page.mustache can't include ‘page’"),
    ("{{> *title}}", "page.mustache:2:3: error: page.mustache can't include ‘*title’"),
    ("{{#summary}}", "page.mustache:2:3: error: the section ‘summary’ is never closed"),
    ("{{/summary}}", "page.mustache:2:3: error: ‘{{/summary}}’ closes no section"),
    ("{{#summary}}{{/title}}", "page.mustache:2:15: error: ‘{{/title}}’ stands where ‘{{/summary}}’ is due"),
    ("{{{title}}", "page.mustache:2:3: error: ‘{{’ is never closed"),
  ])
  func refuses(_ tag: String, _ message: String) {
    let diagnostics = TemplateCheck.diagnostics(.page, text: "{{{tlp}}}\né \(tag)\n", file: "page.mustache")
    #expect(diagnostics.map(\.description) == [message])
    #expect(diagnostics.allSatisfy { $0.code == .content })
  }

  @Test func aPageCannotLoseItsPolicy() {
    let diagnostics = TemplateCheck.diagnostics(.head, text: "<meta charset=\"utf-8\">{{{style}}}", file: "head.mustache")
    #expect(diagnostics.map(\.description) == ["head.mustache: error: the template leaves out ‘{{{lock}}}’, which every page needs"])
  }

  @Test func acceptsCommentsAndSections() {
    let text = "{{! a {{ in a comment }}{{#summary}}{{{summary}}}{{/summary}}{{^summary}}none{{/summary}}{{{ tlp }}}{ { }"
    #expect(TemplateCheck.diagnostics(.page, text: text, file: "page.mustache").isEmpty)
  }

  /// What pages give and what templates may ask for are the same, so a name in the list is never empty by mistake.
  @Test func namesGivenAreNamesKnown() throws {
    let known = { (templates: [TemplateName]) in Set(templates.flatMap { $0.values.map(\.rawValue) }).sorted() }
    #expect(
      try ReportPage.context(PageSamples.report(), templates: TemplateSet()).names == known([.page, .head, .contents, .evidence, .foot]))
    #expect(try SiteIndexPage.context(PageSamples.index(), templates: TemplateSet()).names == known([.index, .head, .foot]))
  }

  @Test func overridesOfAReportComeBeforeThoseOfItsSite() throws {
    try PageFolder.with(["templates/foot.mustache": "<footer>site {{{tlp}}}</footer>", "templates/contents.mustache": "<!-- site -->"]) {
      site in
      try PageFolder.with(["templates/foot.mustache": "<footer>report {{{tlp}}}</footer>", "assets/notes.png": "no template"]) { report in
        let templates = try TemplateSet(folders: [OverrideFolder(path: report), OverrideFolder(path: site, prefix: "../")])
        let page = ReportPage.render(ReportDocument(title: "t"), templates: templates)
        #expect(page.contains("<footer>report "))
        #expect(page.contains("<!-- site -->"))
      }
    }
  }

  /// A style sheet with the line ends of another system is hashed as the browser reads it.
  @Test func lineEndsOfAStyleSheetAreMended() throws {
    try PageFolder.with(["assets/style.css": "\u{FEFF}p { color: red }\r\nb { }\ri { }\r\n\r\n"]) { folder in
      let templates = try TemplateSet(folders: [OverrideFolder(path: folder)])
      #expect(templates.style == "p { color: red }\nb { }\ni { }")
    }
  }

  @Test(arguments: [
    ("templates/pge.mustache", "", "templates/pge.mustache: error: there is no template ‘pge.mustache’ (did you mean ‘page.mustache’?)"),
    ("templates/notes.txt", "", "templates/notes.txt: error: there is no template ‘notes.txt’"),
    ("assets/styles.css", "", "assets/styles.css: error: there is no asset ‘styles.css’ (did you mean ‘style.css’?)"),
    (
      "templates/foot.mustache", "{{{tlp}}}\n{{version}}",
      "templates/foot.mustache:2:1: error: ‘{{version}}’ would be escaped a second time; write ‘{{{version}}}’"
    ),
    ("assets/style.css", "p {}\n</style>", "assets/style.css:2: error: a style sheet must not hold ‘</’"),
    ("assets/style.css", "p {}\0", "assets/style.css:1: error: a style sheet must not hold NUL"),
    ("assets/mark.svg", "<svg>\n<script>alert(1)</script></svg>", "assets/mark.svg:2: error: a mark can't hold ‘<script’"),
    ("assets/mark.svg", "<svg onload=\"alert(1)\"/>", "assets/mark.svg:1: error: a mark can't use the attribute ‘onload’"),
    ("assets/mark.svg", "<svg fill=\"url(https://192.0.2.1/)\"/>", "assets/mark.svg:1: error: the attribute ‘fill’ can't call a function"),
    ("assets/mark.svg", "<svg fill='red'/>", "assets/mark.svg:1: error: the attribute ‘fill’ needs a value in double quotes"),
    ("assets/mark.svg", "<svg></svg><p>", "assets/mark.svg:1: error: a mark is one ‘svg’ of shapes and nothing else"),
    ("assets/mark.svg", "<svg><g></svg>", "assets/mark.svg:1: error: ‘</svg’ closes no ‘<svg’"),
    ("assets/mark.svg", "<svg>", "assets/mark.svg:1: error: a mark holds shapes and no text"),
    ("assets/mark.svg", "", "assets/mark.svg:1: error: a mark holds shapes and no text"),
  ])
  func refusesFiles(_ path: String, _ text: String, _ message: String) throws {
    try PageFolder.with([path: text]) { folder in
      #expect(problems(OverrideFolder(path: folder)) == [message])
    }
  }

  @Test func refusesLinksAndFolders() throws {
    try PageFolder.with(["templates/page.mustache/x": "", "secret.txt": "secret"]) { folder in
      try FileManager.default.createSymbolicLink(atPath: folder + "/templates/foot.mustache", withDestinationPath: "../secret.txt")
      #expect(
        problems(OverrideFolder(path: folder, prefix: "site/")) == [
          "site/templates/foot.mustache: error: must be a file, not a folder or a link",
          "site/templates/page.mustache: error: must be a file, not a folder or a link",
        ])
    }
  }

  /// What loading a folder finds wrong with its content.
  private func problems(_ folder: OverrideFolder) -> [String] {
    do throws(DiagnosticList) {
      _ = try TemplateSet(folders: [folder])
      return []
    } catch {
      return error.diagnostics.filter { $0.code == .content }.map(\.description)
    }
  }
}
