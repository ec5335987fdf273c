import CivilTime
import LogQuery
import LogRecords
import MarkdownPages
import SafeText
import SVGCharts

/// The page of a report, and what an index says of it.
struct RenderedReport {
  let html: String
  let entry: SiteIndexDocument.Entry

  /// Puts the page together.
  init(
    _ loaded: LoadedReport, _ scanned: ScannedReport, _ drawn: DrawnReport, ledger: RowsLedger, folder: String, templates: TemplateSet
  ) {
    let configuration = loaded.configuration
    let pages = zip(loaded.pages, drawn.contents).map { $0.page.render($1) }
    let claims = drawn.claims.map(\.row)
    let period = Self.period(configuration, scanned)
    let document = ReportDocument(
      title: configuration.title.text, status: configuration.status, tlp: configuration.tlp, authors: configuration.authors, period: period,
      summary: pages.map(\.lede).joined(), sections: pages.map(\.body).joined(separator: SafeHTML("\n")),
      contents: pages.flatMap { $0.sections.map(Self.contentsEntry) }, claims: claims,
      inputs: scanned.sources.flatMap(Self.inputs), method: ReportMethod.sentences(loaded, scanned),
      ledger: ledger.lines.map { LedgerLine(subject: $0.label, sum: $0.sum, total: $0.total, agrees: $0.isBalanced) },
      rejected: scanned.sources.flatMap(Self.rejected),
      limits: ReportLimits.sentences(scanned.sources, drawn.figures).map { SafeHTML(prose: $0) }, toolVersion: ToolVersion.current,
      hasImages: !drawn.images.isEmpty)
    html = ReportPage.render(document, templates: templates)
    entry = Self.indexEntry(document, loaded, scanned, drawn, folder: folder)
  }

  private static func indexEntry(
    _ document: ReportDocument, _ loaded: LoadedReport, _ scanned: ScannedReport, _ drawn: DrawnReport, folder: String
  ) -> SiteIndexDocument.Entry {
    let summary = zip(loaded.pages, drawn.contents).lazy.map { $0.page.summary(values: $1.values) }.first ?? nil
    let activity = scanned.sources.first?.activity.bins(most: 96)
    let peak = activity?.counts.max() ?? 0
    let caption = activity.map { "rows per \(Self.spanWords($0.width)), peak \(NumberText.count(peak))" } ?? ""
    return SiteIndexDocument.Entry(
      folder: folder, title: document.title, summary: SafeHTML(prose: summary ?? ""), status: document.status, tlp: document.tlp,
      period: document.period, rows: scanned.sources.reduce(0) { $0 + $1.activity.counted },
      simulated: SimulatedShare(of: document.inputs), claims: ClaimTally(document.claims),
      spark: peak > 0 ? Sparkline(values: (activity?.counts ?? []).map(Double.init)).render() : .empty,
      sparkCaption: peak > 0 ? caption : "")
  }

  /// `hour`, `day`, `6 h`.
  private static func spanWords(_ span: TimeSpan) -> String {
    switch span {
    case .hours(1): "hour"
    case .days(1): "day"
    default: NumberText.duration(span)
    }
  }

  private static func contentsEntry(_ section: RenderedSection) -> ContentsEntry {
    ContentsEntry(title: section.contentsTitle, id: section.id, children: section.children.map(contentsEntry))
  }

  /// The author's period, else the first and last times of the rows counted.
  private static func period(_ configuration: ReportConfiguration, _ scanned: ScannedReport) -> ReportPeriod? {
    if let period = configuration.period { return ReportPeriod(first: period.lowerBound, last: period.upperBound, isAuthored: true) }
    let times = scanned.sources.compactMap(\.report.counted)
    guard let first = times.map(\.lowerBound).min(), let last = times.map(\.upperBound).max() else { return nil }
    return ReportPeriod(first: first, last: last, isAuthored: false)
  }

  private static func inputs(_ source: ScannedReport.Source) -> [InputDescription] {
    source.report.files.map { file in
      InputDescription(
        name: file.name, kind: LogFormatTitles.title(file.format), bytes: file.bytes,
        rows: file.tally.records + file.tally.rejectedCount, rejected: file.tally.rejectedCount, first: file.first, last: file.last,
        timezone: source.configuration.zoneSentence(file), assumptions: file.assumptions, sha256: file.sha256,
        isSimulated: source.configuration.isSimulated)
    }
  }

  private static func rejected(_ source: ScannedReport.Source) -> [RejectedSample] {
    source.report.files.flatMap { file in
      file.tally.samples.map { sample in
        RejectedSample(
          file: file.name, line: sample.line, content: ByteString(bytes: sample.content), reason: sample.reason.rawValue,
          detail: sample.detail)
      }
    }
  }
}
