import Diagnostics
import MarkdownPages

/// What `site.yml` says: a title and the folders of its reports, in order.
struct SiteConfiguration {
  /// The title of the index page.
  var title: LocatedText
  /// Folders of the reports, relative to the site's folder.
  var reports: [LocatedText]

  /// Reads the mapping; everything wrong is noted.
  init(_ mapping: YAMLMapping) {
    let collector = mapping.collector
    mapping.refuseKeys(except: ["title", "reports"], of: "a site")
    title = mapping.text("title") ?? LocatedText("", at: mapping.location)
    if title.text.utf8.isEmpty { collector.error("a site needs a ‘title’", at: title.location) }
    reports = mapping.texts("reports")
    if reports.isEmpty { collector.error("a site needs ‘reports’: the folders of its reports, in order", at: mapping.location) }
    var seen: Set<String> = []
    for report in reports where !seen.insert(report.text).inserted {
      collector.error("the report ‘\(report.text)’ is named twice", at: report.location)
    }
    for report in reports where !Self.isFolderName(report.text) {
      collector.error(
        "a report's folder is one name of letters, digits, ‘-’, ‘_’ and ‘.’ inside the site, not ‘\(report.text)’", at: report.location)
    }
  }

  /// Names become part of links, so they are kept to what needs no escaping anywhere.
  private static func isFolderName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "."), text.utf8.count <= 100 else { return false }
    return text.utf8.allSatisfy { byte in
      (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || "-_.".utf8.contains(byte)
    }
  }
}
