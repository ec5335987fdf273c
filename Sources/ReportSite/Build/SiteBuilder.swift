import Diagnostics
import Foundation
import SafeText

/// Builds every report of a site and its index page.
public struct SiteBuilder {
  private let builder: ReportBuilder
  /// Told of each report as it begins, by its folder.
  private let announce: (String) -> Void

  /// A builder of sites; `announce` is told each report's folder.
  public init(_ builder: ReportBuilder, announce: @escaping (String) -> Void = { _ in }) {
    self.builder = builder
    self.announce = announce
  }

  /// Whether a folder is a site: it has a `site.yml`.
  public static func isSite(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: (path as NSString).appendingPathComponent("site.yml"))
  }

  /// A site, built in memory.
  public struct BuiltSite: Sendable {
    /// Everything the output folder will hold: each report sealed in its own folder, byte for byte what it is alone, and the index.
    public let files: [OutputFile]
    /// The reports, by folder, in order.
    public let reports: [(folder: String, report: BuiltReport)]
  }

  /// Builds the site in a folder.
  ///
  /// - Throws: everything wrong with any of its reports, named by folder.
  public func build(_ folder: String) throws(DiagnosticList) -> BuiltSite {
    let collector = DiagnosticCollector()
    let text = try TextFile.read((folder as NSString).appendingPathComponent("site.yml"), name: "site.yml")
    guard let mapping = YAMLDocument.mapping(text, at: SourceLocation(file: "site.yml", line: 1, column: 1), collector: collector) else {
      throw collector.list
    }
    let configuration = SiteConfiguration(mapping)
    try collector.throwErrors()
    let templates = try TemplateSet(folders: [OverrideFolder(path: folder)])
    var reports: [(folder: String, report: BuiltReport)] = []
    for report in configuration.reports {
      announce(report.text)
      do throws(DiagnosticList) {
        let path = (folder as NSString).appendingPathComponent(report.text)
        reports.append((report.text, try builder.build(path, siteFolder: folder)))
      } catch {
        collector.add(error.inFolder(report.text).placed(at: report.location))
      }
    }
    try collector.throwErrors()
    var files = reports.flatMap { entry in entry.report.manifest.sealing(entry.report.files).map { $0.moved(into: entry.folder) } }
    let document = SiteIndexDocument(
      title: configuration.title.text, reports: reports.map(\.report.entry), toolVersion: ToolVersion.current)
    files.append(OutputFile(path: "index.html", bytes: Array(SiteIndexPage.render(document, templates: templates).utf8)))
    let manifest = Manifest(toolVersion: ToolVersion.current)
    return BuiltSite(files: manifest.sealing(files), reports: reports)
  }
}

extension DiagnosticList {
  /// The same; what has no place of its own stands at `location`.
  func placed(at location: SourceLocation) -> DiagnosticList {
    DiagnosticList(
      diagnostics.map { diagnostic in
        var placed = diagnostic
        placed.location = diagnostic.location ?? location
        return placed
      })
  }

  /// The same, with each place named from the site's folder.
  public func inFolder(_ folder: String) -> DiagnosticList {
    DiagnosticList(
      diagnostics.map { diagnostic in
        var placed = diagnostic
        placed.location?.file = folder + "/" + (diagnostic.location?.file ?? "")
        if placed.location == nil { placed.message = folder + ": " + diagnostic.message }
        return placed
      })
  }
}
