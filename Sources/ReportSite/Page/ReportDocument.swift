import CivilTime
import SafeText

/// Everything a report page shows: plain values, filled in by the build, drawn by ``ReportPage``.
///
/// `String`s are text that anyone may have written; the page makes them visible and escapes them. Markup is `SafeHTML` already.
public struct ReportDocument: Hashable, Sendable {
  /// The report's title.
  public var title: String
  /// The line above the title: what kind of paper this is, or its number.
  public var kicker: String
  /// How far it has come.
  public var status: ReportStatus
  /// How far the report may be passed on; without a label the page says so.
  public var tlp: TLPLabel?
  /// Who wrote it.
  public var authors: [String]
  /// The time it covers; nil where the data has no times and the author gave none.
  public var period: ReportPeriod?
  /// What stands before the first heading: paragraphs, and figures that span the page.
  public var summary: SafeHTML
  /// The pages in the author's order, as nested `<section class="part flow">`.
  public var sections: SafeHTML
  /// The headings of `sections`; the page adds its own parts around them.
  public var contents: [ContentsEntry]
  /// The claims in the order of the text.
  public var claims: [ClaimRow]
  /// The files that were read.
  public var inputs: [InputDescription]
  /// How the numbers were made, one sentence each.
  public var method: [SafeHTML]
  /// The sums that must agree.
  public var ledger: [LedgerLine]
  /// Rejected rows, the first few of each file.
  public var rejected: [RejectedSample]
  /// What this report cannot see, one sentence each.
  public var limits: [SafeHTML]
  /// Version of Logbrief.
  public var toolVersion: String
  /// Whether `summary` or `sections` hold inlined images, which the page's policy must then allow.
  public var hasImages: Bool

  /// A report of these parts; what is left out is empty.
  public init(
    title: String, kicker: String = "Incident report", status: ReportStatus = .final, tlp: TLPLabel? = nil, authors: [String] = [],
    period: ReportPeriod? = nil, summary: SafeHTML = .empty, sections: SafeHTML = .empty, contents: [ContentsEntry] = [],
    claims: [ClaimRow] = [], inputs: [InputDescription] = [], method: [SafeHTML] = [], ledger: [LedgerLine] = [],
    rejected: [RejectedSample] = [], limits: [SafeHTML] = [], toolVersion: String = "", hasImages: Bool = false
  ) {
    self.title = title
    self.kicker = kicker
    self.status = status
    self.tlp = tlp
    self.authors = authors
    self.period = period
    self.summary = summary
    self.sections = sections
    self.contents = contents
    self.claims = claims
    self.inputs = inputs
    self.method = method
    self.ledger = ledger
    self.rejected = rejected
    self.limits = limits
    self.toolVersion = toolVersion
    self.hasImages = hasImages
  }
}

/// An entry of the table of contents.
public struct ContentsEntry: Hashable, Sendable {
  /// The heading, without links.
  public var title: SafeHTML
  /// The id of the element it leads to.
  public var id: String
  /// The headings below it; one level is shown.
  public var children: [ContentsEntry]

  /// An entry.
  public init(title: SafeHTML, id: String, children: [ContentsEntry] = []) {
    self.title = title
    self.id = id
    self.children = children
  }
}
