import SafeText

extension ReportPage {
  /// The evidence: inputs, method, claims ledger, rows ledger, rejected rows, limits.
  static func setEvidence(_ document: ReportDocument, in context: inout TemplateContext) {
    context.set(.inputs, InputsTable(leadsToRejected: !document.rejected.isEmpty).markup(document.inputs))
    context.set(.hasMethod, !document.method.isEmpty)
    context.set(.hasRows, hasRows(document))
    context.set(.hasLimits, !document.limits.isEmpty)
    context.set(.method, document.method.map(sentence))
    context.set(.limits, document.limits.map(sentence))
    context.set(.claims, document.claims.map(claim))
    context.set(.ledger, document.ledger.map(line))
    context.set(.hasRejected, !document.rejected.isEmpty)
    context.set(.rejected, document.rejected.map(sample))
    let all = document.inputs.reduce(0) { $0 + $1.rejected }
    let shown = document.rejected.count
    let counted = all > shown ? "the first \(NumberText.count(shown)) of \(NumberText.count(all))" : NumberText.count(shown)
    context.set(.rejectedCaption, SafeHTML(text: "Rejected rows: " + counted))
  }

  /// Whether anything is to be said of rows.
  static func hasRows(_ document: ReportDocument) -> Bool { !document.ledger.isEmpty || !document.rejected.isEmpty }

  private static func sentence(_ text: SafeHTML) -> TemplateContext {
    var context = TemplateContext()
    context.set(.sentence, text)
    return context
  }

  private static func claim(_ claim: ClaimRow) -> TemplateContext {
    var context = TemplateContext()
    context.set(.claimNumber, SafeHTML(number: claim.number))
    context.set(.claimSentence, claim.sentence)
    context.set(.claimTest, .element("code", [], .element("bdi", [], SafeHTML(prose: claim.test))))
    context.set(.claimFound, claim.found)
    context.set(.claimVerdict, claim.verdict.word(claim.verdict == .holds ? SafeHTML("holds") : SafeHTML("does not hold")))
    return context
  }

  private static func line(_ line: LedgerLine) -> TemplateContext {
    var context = TemplateContext()
    context.set(.lineSubject, SafeHTML(text: line.subject))
    context.set(.lineSum, SafeHTML(text: line.sum))
    context.set(.lineTotal, SafeHTML(text: NumberText.count(line.total)))
    let verdict: ClaimVerdict = line.agrees ? .holds : .fails
    context.set(.lineVerdict, verdict.word(line.agrees ? SafeHTML(#"<span class="vh">agrees</span>"#) : SafeHTML("does not agree")))
    return context
  }

  private static func sample(_ sample: RejectedSample) -> TemplateContext {
    var context = TemplateContext()
    context.set(.rejectedFile, .element("bdi", [], SafeHTML(text: sample.file)))
    context.set(.rejectedLine, SafeHTML(text: NumberText.count(sample.line)))
    context.set(.rejectedContent, .element("code", [], SafeHTML(value: sample.content)))
    context.set(.rejectedReason, SafeHTML(text: sample.reason + (sample.detail.utf8.isEmpty ? "" : ": " + sample.detail)))
    return context
  }
}
