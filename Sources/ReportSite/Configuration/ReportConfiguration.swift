import CivilTime
import Diagnostics
import LogRecords
import MarkdownPages

/// What `report.yml`, or the front matter of a single-file report, says.
struct ReportConfiguration {
  /// The title; required.
  var title: LocatedText
  /// How far it has come.
  var status: ReportStatus
  /// Its Traffic Light Protocol label, if it has one.
  var tlp: TLPLabel?
  /// Who wrote it.
  var authors: [String]
  /// The period looked at, if the author set one.
  var period: Range<Timestamp>?
  /// The sources, in the order written.
  var sources: [SourceConfiguration]
  /// The pages named, in order; nil for all `*.md` in name order.
  var pages: [LocatedText]?

  private static let keys = ["title", "status", "tlp", "authors", "period", "sources", "pages"]

  /// Reads the mapping; everything wrong is noted, and what can't be read takes its default.
  ///
  /// - Parameter isSingleFile: a page's front matter, which can't name pages.
  init(_ mapping: YAMLMapping, formats: [String], isSingleFile: Bool) {
    let collector = mapping.collector
    mapping.refuseKeys(except: isSingleFile ? Self.keys.filter { $0 != "pages" } : Self.keys, of: "a report")
    title = mapping.text("title") ?? LocatedText("", at: mapping.location)
    if title.text.utf8.isEmpty { collector.error("a report needs a ‘title’", at: title.location) }
    status = mapping.choice("status", ReportStatus.self) ?? .draft
    tlp = mapping.choice("tlp", TLPLabel.self)
    authors = mapping.texts("authors").map(\.text)
    period = mapping.text("period").flatMap { PeriodText.parse($0, collector: collector) }
    pages = mapping.value("pages") == nil ? nil : mapping.texts("pages")
    sources = []
    for entry in mapping.mapping("sources")?.entries ?? [] {
      guard case .mapping(let content) = entry.value.content else {
        collector.error("the source ‘\(entry.key)’ must be a map with ‘files:’", at: entry.value.location)
        continue
      }
      let source = SourceConfiguration(
        name: entry.key, mapping: content, location: entry.location, formats: formats, period: period)
      if let source { sources.append(source) }
    }
  }
}
