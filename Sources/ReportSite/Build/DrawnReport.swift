import Diagnostics
import LogQuery
import LogRecords
import MarkdownPages
import SafeText
import SVGCharts

/// A report with every value put in, every claim judged and every figure drawn.
struct DrawnReport {
  /// A figure, ready for its page.
  struct Figure {
    let planned: PlannedFigure
    let drawn: DrawnFigure
    /// What it is called in the ledger: `Figure 2, logins-by-user`.
    let label: String
    let markup: SafeHTML
  }

  let figures: [Figure]
  /// The claims in the order of the text.
  let claims: [JudgedClaim]
  /// The content of each page.
  let contents: [PageContent]
  /// The images that pages hold.
  let images: [AuthoredFile]

  /// Puts in, judges and draws; mistakes are noted.
  init(_ loaded: LoadedReport, _ scanned: ScannedReport, allowsOutside: Bool, collector: DiagnosticCollector) {
    let evaluation = ResultEvaluation(scope: scanned.scope(loaded.figures), collector: collector)
    let ledger = ClaimNumbering(loaded)
    var judged: [Int: JudgedClaim] = [:]

    func judge(_ expression: LocatedExpression, number: Int, sentence: SafeHTML) -> JudgedClaim? {
      guard let (verdict, found) = evaluation.verdict(expression) else { return nil }
      let claim = JudgedClaim(number: number, sentence: sentence, expression: expression, verdict: verdict, found: found)
      judged[number] = claim
      return claim
    }

    var numbering = FigureNumbering()
    figures = loaded.figures.enumerated().map { index, figure in
      let title = figure.settings.title?.placed(evaluation)
      let claim = figure.settings.claim.flatMap { expression in
        judge(expression, number: ledger.figures[index] ?? 0, sentence: title?.html ?? SafeHTML(text: figure.settings.id))
      }
      let context = DrawingContext(
        identity: ChartIdentity(number: index + 1), title: title?.text ?? "", isHalf: figure.settings.isHalf,
        value: { evaluation.formatted($0) }, records: scanned.records[index] ?? [],
        columns: scanned.columns(of: figure.settings.source), files: scanned.files(of: figure.settings.source), collector: collector)
      var drawn = figure.kind.draw(scanned.answers[index], in: context)
      if scanned.sources.count > 1, !figure.settings.source.isEmpty { drawn.subject += ", from ‘\(figure.settings.source)’" }
      let (number, label) = numbering.next(drawn.presentation, id: figure.settings.id)
      let markup = drawn.content.map { content in
        FigureMarkup(
          number: number, subject: drawn.subject, sampleSize: drawn.sampleSize, title: title?.html ?? .empty,
          caption: figure.settings.caption?.placed(evaluation)?.html ?? .empty, reading: drawn.reading,
          claim: claim.map { FigureMarkup.Claim(number: $0.number, verdict: $0.verdict, found: SafeHTML(text: $0.found.text)) },
          isHalf: figure.settings.isHalf, isSimulated: scanned.isSimulated(figure.settings.source), content: content
        ).markup
      }
      return Figure(planned: figure, drawn: drawn, label: label, markup: markup ?? .empty)
    }

    var images: [AuthoredFile] = []
    let drawnFigures = figures
    contents = loaded.pages.enumerated().map { pageIndex, loadedPage in
      let page = loadedPage.page
      let values = loadedPage.values.map { $0.flatMap { evaluation.placed($0) } ?? PlacedValue(html: .empty, text: "") }
      let verdicts = zip(page.claims, loadedPage.claims).enumerated().map { index, pair in
        let number = ledger.claims[pageIndex][index]
        let claim = pair.1.flatMap { judge($0, number: number, sentence: pair.0.sentence.html(values: values)) }
        return MarkdownPages.ClaimVerdict(
          number: number, holds: claim?.verdict != .fails, found: claim.map { SafeHTML(text: $0.found.text) })
      }
      let placed = page.figures.indices.map { block in
        let figure = drawnFigures.first { $0.planned.page == pageIndex && $0.planned.block == block }
        return PlacedFigure(html: figure?.markup ?? .empty, isHalf: figure?.planned.settings.isHalf ?? false)
      }
      let placedImages = page.images.map { image -> PlacedImage in
        let name = LocatedText(image.path, at: image.location)
        guard let file = loaded.location.files([name], allowsOutside: allowsOutside, collector: collector).first,
          let read = collector.attempt({ () throws(DiagnosticList) in try ImageInliner.read(file.path, location: image.location) })
        else { return PlacedImage(address: "") }
        images.append(AuthoredFile(name: file.name, bytes: read.bytes))
        return PlacedImage(address: read.url)
      }
      return PageContent(figures: placed, values: values, claims: verdicts, images: placedImages)
    }
    self.images = images
    claims = judged.values.sorted { $0.number < $1.number }
  }
}

/// Numbers the claims of a report in the order of its text: those of sentences and those of figures' titles.
private struct ClaimNumbering {
  /// By page, then by claim of the page.
  var claims: [[Int]]
  /// By figure of the report.
  var figures: [Int: Int] = [:]

  init(_ loaded: LoadedReport) {
    var number = 0
    claims = loaded.pages.map { Array(repeating: 0, count: $0.page.claims.count) }
    for (pageIndex, loadedPage) in loaded.pages.enumerated() {
      var marks = loadedPage.page.claims.enumerated().map { (location: $0.element.location, claim: Optional($0.offset), figure: -1) }
      for (index, figure) in loaded.figures.enumerated() where figure.page == pageIndex && figure.settings.claim != nil {
        marks.append((figure.settings.location, nil, index))
      }
      for mark in marks.sorted(by: { $0.location < $1.location }) {
        number += 1
        if let claim = mark.claim { claims[pageIndex][claim] = number } else { figures[mark.figure] = number }
      }
    }
  }
}

/// Numbers figures and tables, each in the order of the text.
private struct FigureNumbering {
  private var figures = 0
  private var tables = 0

  mutating func next(_ presentation: DrawnFigure.Presentation, id: String) -> (number: Int, label: String) {
    switch presentation {
    case .chart:
      figures += 1
      return (figures, "Figure \(figures), \(id)")
    case .table, .rows:
      tables += 1
      return (tables, "Table \(tables), \(id)")
    case .numbers, .hidden: return (0, id)
    }
  }
}
