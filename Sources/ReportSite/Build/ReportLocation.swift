import Diagnostics
import Foundation
import LogRecords
import MarkdownPages
import SafeText

/// Where a report is: a folder with `report.yml`, or one Markdown file with front matter.
struct ReportLocation {
  /// The folder that paths in the report are relative to.
  let folder: String
  /// The file that holds the configuration, relative to `folder`.
  let configurationFile: String
  /// Whether that file is the report's only page.
  let isSingleFile: Bool
  /// The site's folder, if the report is part of one.
  let siteFolder: String?

  /// Finds the report at a path given on the command line.
  init(path: String, siteFolder: String? = nil) throws(DiagnosticList) {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: (path as NSString).resolvingSymlinksInPath) else {
      throw DiagnosticList([Diagnostic(.error, .input, "there is no ‘\(path)’")])
    }
    if attributes[.type] as? FileAttributeType == .typeDirectory {
      let configuration = (path as NSString).appendingPathComponent("report.yml")
      guard FileManager.default.fileExists(atPath: configuration) else {
        throw DiagnosticList([Diagnostic(.error, .input, "‘\(path)’ has no report.yml, so it is no report")])
      }
      self.init(folder: path, configurationFile: "report.yml", isSingleFile: false, siteFolder: siteFolder)
    } else {
      let folder = (path as NSString).deletingLastPathComponent
      self.init(
        folder: folder.isEmpty ? "." : folder, configurationFile: (path as NSString).lastPathComponent, isSingleFile: true,
        siteFolder: siteFolder)
    }
  }

  private init(folder: String, configurationFile: String, isSingleFile: Bool, siteFolder: String?) {
    self.folder = folder
    self.configurationFile = configurationFile
    self.isSingleFile = isSingleFile
    self.siteFolder = siteFolder
  }

  /// The path to open for a path relative to the report's folder.
  func path(_ relative: String) -> String { (folder as NSString).appendingPathComponent(relative) }

  /// The files that an author names, by path or glob, each once; what is wrong with a name is noted at its place.
  func files(_ names: [LocatedText], allowsOutside: Bool, collector: DiagnosticCollector) -> [InputPath] {
    var seen: Set<ByteString> = []
    return names.flatMap { name -> [InputPath] in
      let found = collector.attempt(at: name.location) { () throws(DiagnosticList) in
        try InputFiles.expand([name.text], in: folder, allowsOutside: allowsOutside)
      }
      return (found ?? []).filter { file in
        // A pipe or a device could keep a build waiting for ever.
        guard isRegular(file.path) else {
          collector.list.append(Diagnostic(.error, .input, at: name.location, "‘\(file.name)’ is no regular file"))
          return false
        }
        return seen.insert(ByteString(file.path)).inserted
      }
    }
  }

  private func isRegular(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: (path as NSString).resolvingSymlinksInPath)
    return attributes?[.type] as? FileAttributeType == .typeRegular
  }

  /// The folders that may replace templates and assets: the report's, then the site's.
  var overrideFolders: [OverrideFolder] {
    [OverrideFolder(path: folder)] + (siteFolder.map { [OverrideFolder(path: $0, prefix: "../")] } ?? [])
  }

  /// The last part of the folder's name.
  var folderName: String {
    (folder as NSString).standardizingPath.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
  }
}
