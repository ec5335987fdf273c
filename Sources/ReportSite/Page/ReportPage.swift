import SafeText

/// The page of a report: one HTML file that holds everything and asks for nothing.
public enum ReportPage {
  /// The bytes of `index.html`, as text.
  public static func render(_ document: ReportDocument, templates: TemplateSet) -> String {
    templates.render(.page, context(document, templates: templates))
  }

  /// The values of the page's template.
  static func context(_ document: ReportDocument, templates: TemplateSet) -> TemplateContext {
    var context = TemplateContext()
    let style = templates.style + StyleSheet.sheets(document.tlp, status: document.status)
    context.set(.lock, PageLock.markup(style: style, hasImages: document.hasImages))
    context.set(.style, SafeHTML("<style>") + SafeHTML(trustedMarkup: style) + SafeHTML("</style>"))
    let title = SafeHTML(prose: document.title)
    context.set(.tabTitle, title + SafeHTML(text: document.tlp.map { " · " + $0.text } ?? ""))
    context.set(.kicker, SafeHTML(text: document.kicker))
    context.set(.draft, document.status == .draft)
    context.set(.simulated, SimulatedShare(of: document.inputs).title)
    context.set(.tlp, document.tlp.markup)
    context.set(.title, title)
    context.set(.facts, facts(document))
    context.set(.summary, document.summary)
    context.set(.hasClaims, !document.claims.isEmpty)
    context.set(.holdsSign, ClaimVerdict.holds.sign)
    context.set(.failsSign, ClaimVerdict.fails.sign)
    context.set(.sections, document.sections)
    setContents(document, in: &context)
    setEvidence(document, in: &context)
    setFoot(
      mark: templates.mark, version: document.toolVersion, origin: count(document.inputs.count, "input", "inputs"),
      remark: SafeHTML("Same inputs give the same bytes."), in: &context)
    return context
  }

  /// The foot of any page.
  static func setFoot(mark: SafeHTML, version: String, origin: SafeHTML, remark: SafeHTML, in context: inout TemplateContext) {
    context.set(.mark, mark)
    context.set(.version, SafeHTML(text: version))
    context.set(.origin, origin)
    context.set(.remark, remark)
  }

  /// `1 input`, `2 inputs`.
  static func count(_ number: Int, _ one: StaticString, _ many: StaticString) -> SafeHTML {
    SafeHTML(text: NumberText.count(number) + " ") + SafeHTML(number == 1 ? one : many)
  }

  private static func facts(_ document: ReportDocument) -> [TemplateContext] {
    var facts: [TemplateContext] = []
    func add(_ name: StaticString, _ value: SafeHTML) {
      var fact = TemplateContext()
      fact.set(.factName, SafeHTML(name))
      fact.set(.factValue, value)
      facts.append(fact)
    }
    add("Status", document.status == .draft ? SafeHTML("<b>Draft</b>, not final") : SafeHTML("Final"))
    if let period = document.period {
      add("Period, UTC", period.markup + SafeHTML(" ") + .element("small", [], period.origin))
    }
    if !document.authors.isEmpty {
      let names = document.authors.map { SafeHTML.element("bdi", [], SafeHTML(text: $0)) }
      add(document.authors.count == 1 ? "Author" : "Authors", names.joined(separator: SafeHTML(", ")))
    }
    add("Checked", ClaimTally(document.claims).markup)
    return facts
  }

  private static func setContents(_ document: ReportDocument, in context: inout TemplateContext) {
    var evidence = [ContentsEntry(title: SafeHTML("Inputs"), id: "inputs")]
    if !document.method.isEmpty { evidence.append(ContentsEntry(title: SafeHTML("Method"), id: "method")) }
    if !document.claims.isEmpty { evidence.append(ContentsEntry(title: SafeHTML("Claims"), id: "claims")) }
    if hasRows(document) { evidence.append(ContentsEntry(title: SafeHTML("Rows"), id: "rows")) }
    if !document.limits.isEmpty { evidence.append(ContentsEntry(title: SafeHTML("What this report cannot see"), id: "limits")) }
    let first = document.summary == .empty ? [] : [ContentsEntry(title: SafeHTML("Summary"), id: "summary")]
    let entries = first + document.contents + [ContentsEntry(title: SafeHTML("Evidence"), id: "evidence", children: evidence)]
    context.set(.contents, entries.map(self.entry))
  }

  private static func entry(_ entry: ContentsEntry) -> TemplateContext {
    var context = TemplateContext()
    context.set(.entryTarget, SafeHTML(text: "#" + entry.id))
    context.set(.entryTitle, entry.title)
    context.set(.hasChildren, !entry.children.isEmpty)
    context.set(
      .children,
      entry.children.map { child in
        var context = TemplateContext()
        context.set(.childTarget, SafeHTML(text: "#" + child.id))
        context.set(.childTitle, child.title)
        return context
      })
    return context
  }
}
