import Diagnostics
import Foundation
import LogCollectors
import LogQuery
import LogRecords
import MarkdownPages

/// A report as its author wrote it, read and checked as far as that goes without its data.
struct LoadedReport {
  let location: ReportLocation
  let configuration: ReportConfiguration
  /// The pages, in order.
  let pages: [LoadedPage]
  /// The figures of all pages, in order.
  let figures: [PlannedFigure]
  /// The configuration and the pages, as read.
  let authoredFiles: [AuthoredFile]

  /// Reads `report.yml` and the pages. Mistakes are noted with the collector.
  ///
  /// - Throws: where there is no report to speak of.
  init(_ location: ReportLocation, allowsOutside: Bool, collector: DiagnosticCollector) throws(DiagnosticList) {
    self.location = location
    let name = location.configurationFile
    let (text, bytes) = try TextFile.contents(location.path(name), name: name)
    let parts = location.isSingleFile ? FrontMatter.split(text) : nil
    let yaml = parts.map { $0.yaml ?? "" } ?? text
    let start = SourceLocation(file: name, line: parts?.yamlFirstLine ?? 1, column: 1)
    guard let mapping = YAMLDocument.mapping(yaml, at: start, collector: collector) else { throw collector.list }
    configuration = ReportConfiguration(mapping, formats: LogFormatRegistry.names, isSingleFile: location.isSingleFile)
    var files = [AuthoredFile(name: name, bytes: bytes)]

    var pageTexts: [(name: String, body: String, firstLine: Int)] = []
    if let parts {
      pageTexts = [(name, parts.body, parts.bodyFirstLine)]
    } else {
      let paths = Self.pages(configuration, location: location, allowsOutside: allowsOutside, collector: collector)
      for page in paths {
        let read = collector.attempt { () throws(DiagnosticList) in try TextFile.contents(page.path, name: page.name) }
        guard let read else { continue }
        files.append(AuthoredFile(name: page.name, bytes: read.bytes))
        pageTexts.append((page.name, read.text, 1))
      }
    }
    authoredFiles = files

    var identifiers = HeadingIdentifiers()
    let kinds = FigureRegistry.kinds.map { $0.name }
    pages = pageTexts.map { page in
      LoadedPage(
        MarkdownPage(file: page.name, source: page.body, firstLine: page.firstLine, figureKinds: kinds, identifiers: &identifiers),
        collector: collector)
    }
    let sources = configuration.sources.map(\.name)
    figures = pages.enumerated().flatMap { pageIndex, loaded in
      loaded.page.figures.enumerated().compactMap { index, block in
        PlannedFigure(block, index: index, page: pageIndex, sources: sources, collector: collector)
      }
    }
    checkIdentifiers(collector)
    let known = pages.flatMap { $0.page.figures.map { ($0.id, $0.kind != NumbersFigure.name) } }
    ResultPathCheck(figures: Dictionary(known, uniquingKeysWith: { $0 || $1 }), sources: sources)
      .check(resultExpressions, collector: collector)
    checkLinks(collector)
  }

  /// Every expression over results, wherever it stands.
  var resultExpressions: [LocatedExpression] { pages.flatMap(\.expressions) + figures.flatMap(\.expressions) }

  /// Notes every number in prose that nothing vouches for.
  func warnOfBareFigures(_ collector: DiagnosticCollector) {
    for figure in pages.flatMap(\.page.bareFigures) {
      collector.warn("the figure ‘\(figure.text)’ is neither bound to the data nor part of a claim", at: figure.location)
    }
  }

  /// Every id once: two figures of one name would make every value of it ambiguous.
  private func checkIdentifiers(_ collector: DiagnosticCollector) {
    var seen: [String: SourceLocation] = [:]
    for page in pages.map(\.page) {
      for block in page.figures {
        if block.id == "source" {
          collector.error("‘source’ is the name for sources; call the figure something else", at: block.idLocation)
        } else if let first = seen[block.id] {
          collector.error("the id ‘\(block.id)’ is taken by the figure at \(first.file):\(first.line)", at: block.idLocation)
        }
        seen[block.id] = block.location
      }
    }
  }

  /// Links into the report lead somewhere.
  private func checkLinks(_ collector: DiagnosticCollector) {
    let known = Set(pages.flatMap { $0.page.headings.map(\.id) }).union(HeadingIdentifiers.pageIdentifiers)
    for page in pages.map(\.page) {
      for link in page.fragmentLinks {
        if let warning = link.diagnostic(known: known) { collector.add(DiagnosticList([warning])) }
      }
    }
  }

  /// The pages named, each inside the folder; else every `*.md` in the order of the names' bytes.
  private static func pages(
    _ configuration: ReportConfiguration, location: ReportLocation, allowsOutside: Bool, collector: DiagnosticCollector
  ) -> [InputPath] {
    if let pages = configuration.pages {
      if pages.isEmpty { collector.error("‘pages’ names no page", at: SourceLocation(file: location.configurationFile)) }
      return pages.compactMap { location.files([$0], allowsOutside: allowsOutside, collector: collector).first }
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: location.folder)) ?? []
    let pages = names.filter { $0.utf8.count > 3 && $0.utf8.suffix(3).elementsEqual(".md".utf8) && $0.utf8.first != UInt8(ascii: ".") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    if pages.isEmpty { collector.error("the report has no pages: write a *.md file", at: SourceLocation(file: location.configurationFile)) }
    return location.files(
      pages.map { LocatedText($0, at: SourceLocation(file: $0)) }, allowsOutside: allowsOutside, collector: collector)
  }
}
