/// A template of the page: `templates/` holds one file for each.
enum TemplateName: String, CaseIterable {
  case contents, evidence, foot, head, index, page

  /// `page.mustache`.
  var file: String { rawValue + ".mustache" }

  /// What a template may write.
  var values: Set<TemplateValue> {
    switch self {
    case .contents: [.contents, .entryTarget, .entryTitle, .hasChildren, .children, .childTarget, .childTitle]
    case .evidence:
      [
        .inputs, .hasMethod, .method, .sentence, .hasClaims, .claims, .claimNumber, .claimSentence, .claimTest, .claimFound, .claimVerdict,
        .hasRows, .ledger, .lineSubject, .lineSum, .lineTotal, .lineVerdict, .hasRejected, .rejected, .rejectedCaption, .rejectedFile,
        .rejectedLine, .rejectedContent, .rejectedReason, .hasLimits, .limits,
      ]
    case .foot: [.mark, .version, .origin, .remark, .tlp]
    case .head: [.lock, .tabTitle, .style]
    case .index:
      [
        .kicker, .tlp, .title, .lede, .reports, .reportTarget, .reportTitle, .reportSummary, .reportFacts, .reportStatus, .reportTLP,
        .reportVerdict, .spark, .sparkCaption,
      ]
    case .page:
      [
        .kicker, .draft, .simulated, .tlp, .title, .facts, .factName, .factValue, .summary, .hasClaims, .holdsSign, .failsSign, .sections,
      ]
    }
  }

  /// What it must write: without these a page would lose its policy, its style or its label.
  var required: [TemplateValue] {
    switch self {
    case .head: [.lock, .style]
    case .foot, .index, .page: [.tlp]
    case .contents, .evidence: []
    }
  }

  /// The templates it may include; no chain of them leads back to itself.
  var partials: [TemplateName] {
    switch self {
    case .page: [.head, .contents, .evidence, .foot]
    case .index: [.head, .foot]
    case .contents, .evidence, .foot, .head: []
    }
  }
}

/// A name that templates know. Names in lists differ from those around them, as a template looks outwards for a name it misses.
enum TemplateValue: String, CaseIterable {
  case childTarget, childTitle, children, claimFound, claimNumber, claimSentence, claimTest, claimVerdict, claims, contents, draft
  case entryTarget, entryTitle, factName, factValue, facts, failsSign, hasChildren, hasClaims, hasLimits, hasMethod, hasRejected, hasRows,
    holdsSign, inputs, kicker, lede, ledger, limits
  case lineSubject, lineSum, lineTotal, lineVerdict, lock, mark, method, origin, rejected, rejectedCaption, rejectedContent, rejectedFile
  case rejectedLine, rejectedReason, remark, reportFacts, reportStatus, reportSummary, reportTLP, reportTarget, reportTitle
  case reportVerdict, reports, sections, sentence, simulated, spark, sparkCaption, style, summary, tabTitle, title, tlp, version
}
