import SafeText

/// A figure on the page: what is plotted, a title that says what is to be seen, the drawing or table, and the numbers behind it.
public struct FigureMarkup: Hashable, Sendable {
  /// What a figure shows.
  public enum Content: Hashable, Sendable {
    /// An `svg` and its data: "Figure n".
    case chart(SafeHTML, DataTable)
    /// A table: "Table n". Its caption and remark are replaced by the figure's.
    case table(DataTable)
    /// Rows of a log: "Table n".
    case rows(EvidenceRows)
    /// Key figures, without a number.
    case numbers(KeyNumbers)
  }

  /// The claim that judges a title.
  public struct Claim: Hashable, Sendable {
    /// Its number in the ledger.
    public var number: Int
    /// Whether it holds.
    public var verdict: ClaimVerdict
    /// The value found.
    public var found: SafeHTML

    /// A claim.
    public init(number: Int, verdict: ClaimVerdict, found: SafeHTML) {
      self.number = number
      self.verdict = verdict
      self.found = found
    }
  }

  /// Its number among the figures, or among the tables, from 1. Figure 3 has the id `fig-3`, table 1 the id `tab-1`.
  public var number: Int
  /// What is plotted, in words.
  public var subject: String
  /// Number of samples: rows, or groups.
  public var sampleSize: Int?
  /// What is to be seen, values put in; may be empty.
  public var title: SafeHTML
  /// How to read it, values put in; may be empty.
  public var caption: SafeHTML
  /// What the program has to say of how to read it, in words; empty for nothing.
  public var reading: String
  /// The claim that judges the title.
  public var claim: Claim?
  /// Whether it shares its row with a neighbour.
  public var isHalf: Bool
  /// Whether it counts simulated rows.
  public var isSimulated: Bool
  /// What it shows.
  public var content: Content

  /// A figure.
  public init(
    number: Int, subject: String, sampleSize: Int? = nil, title: SafeHTML = .empty, caption: SafeHTML = .empty, reading: String = "",
    claim: Claim? = nil, isHalf: Bool = false, isSimulated: Bool = false, content: Content
  ) {
    self.number = number
    self.subject = subject
    self.sampleSize = sampleSize
    self.title = title
    self.caption = caption
    self.reading = reading
    self.claim = claim
    self.isHalf = isHalf
    self.isSimulated = isSimulated
    self.content = content
  }

  /// The element.
  public var markup: SafeHTML {
    switch content {
    case .chart(let drawing, let table):
      return figure(
        id: "fig-\(number)", head: head("Figure \(number). "),
        .element("div", [Attribute("class", "plot")], drawing) + disclosure(table))
    case .table(var table):
      table.caption = tableCaption
      table.remark = tableRemark
      return tableFrame(table.standing, columns: table.columns.count)
    case .rows(let rows) where rows.isTable:
      return tableFrame(rows.table(caption: tableCaption, remark: tableRemark), columns: rows.columns.count + 1)
    case .rows(let rows):
      return figure(id: "tab-\(number)", head: head("Table \(number). "), rows.list)
    case .numbers(let numbers):
      return figure(id: nil, classes: ["numbers"], head: numbersMark + titleLine + captionLine, numbers.markup)
    }
  }

  private func figure(id: String?, classes: [StaticString] = [], head: SafeHTML, _ body: SafeHTML) -> SafeHTML {
    let caption = head == .empty ? head : .element("figcaption", [], SafeHTML("\n") + head) + SafeHTML("\n")
    let attributes = classAttribute(classes) + (id.map { [Attribute("id", $0)] } ?? [])
    return .element("figure", attributes, SafeHTML("\n") + caption + body + SafeHTML("\n"))
  }

  private func tableFrame(_ table: SafeHTML, columns: Int) -> SafeHTML {
    let scroll = columns > 5 ? [Attribute("tabindex", 0), Attribute("role", "group"), Attribute("aria-label", "Table \(number)")] : []
    return .element("div", classAttribute(["tw"]) + [Attribute("id", "tab-\(number)")] + scroll, table)
  }

  private func classAttribute(_ kind: [StaticString]) -> [Attribute] {
    let classes = kind.map(\.description) + (isHalf ? ["half"] : []) + (isSimulated ? ["simulated"] : [])
    return classes.isEmpty ? [] : [Attribute("class", classes.joined(separator: " "))]
  }

  private func head(_ label: String) -> SafeHTML {
    .element("p", [Attribute("class", "fig-k")], SafeHTML(text: label) + subjectText + watermark) + SafeHTML("\n") + titleLine + captionLine
  }

  private var titleLine: SafeHTML {
    title == .empty ? title : .element("p", [Attribute("class", "fig-t")], claimed(title)) + SafeHTML("\n")
  }

  private var captionLine: SafeHTML {
    let lines = [caption, SafeHTML(text: reading)].filter { $0 != .empty }
    return lines.isEmpty ? .empty : .element("p", [Attribute("class", "fig-r")], lines.joined(separator: SafeHTML(" "))) + SafeHTML("\n")
  }

  private var tableCaption: SafeHTML {
    SafeHTML(text: "Table \(number). ") + (title == .empty ? subjectText : claimed(title)) + watermark
  }

  /// What the table lists, unless the caption says so already, and how to read it.
  private var tableRemark: SafeHTML {
    let listed = title == .empty ? SafeHTML.empty : subjectText
    return listed == .empty || caption == .empty ? listed + caption : listed + SafeHTML(". ") + caption
  }

  /// A subject is words of ours and of the author, so that nothing of it is cut.
  private var subjectText: SafeHTML {
    SafeHTML(prose: subject + (sampleSize.map { "; n\u{A0}=\u{A0}" + NumberText.count($0) } ?? ""))
  }

  private var watermark: SafeHTML { isSimulated ? SafeHTML(#" <span class="sim">Simulated data</span>"#) : .empty }

  /// Key figures have no line that says what is counted, so the mark has one of its own.
  private var numbersMark: SafeHTML { isSimulated ? .element("p", [Attribute("class", "fig-k")], watermark) + SafeHTML("\n") : .empty }

  /// A title with the mark of its claim, and the id that the ledger leads back to.
  private func claimed(_ title: SafeHTML) -> SafeHTML {
    guard let claim else { return title }
    let mark = claim.verdict.link(number: claim.number, found: claim.found)
    return .element("span", [Attribute("id", "p\(claim.number)")], title + mark)
  }

  private func disclosure(_ table: DataTable) -> SafeHTML {
    let hidden = SafeHTML.element("span", [Attribute("class", "vh")], SafeHTML(text: " for figure \(number)"))
    return SafeHTML("\n")
      + .element("details", [], .element("summary", [], SafeHTML("Show the data") + hidden) + SafeHTML("\n") + table.disclosed)
  }
}
