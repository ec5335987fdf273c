import CivilTime
import Diagnostics
import LogRecords
import MarkdownPages

/// One entry under `sources:`: which files, and what to know of them where they are silent.
struct SourceConfiguration {
  /// The name that figures and `source.NAME.…` use.
  let name: String
  /// Where the entry stands.
  let location: SourceLocation
  /// Paths and globs, relative to the report's folder.
  let files: [LocatedText]
  /// Format, zone, year, roles.
  var options: SourceOptions
  /// Whether the rows were made up.
  let isSimulated: Bool

  private static let keys = ["files", "format", "timezone", "year", "simulated", "roles"]

  /// Reads one entry; nil after notes if it can't be used.
  init?(name: String, mapping: YAMLMapping, location: SourceLocation, formats: [String], period: Range<Timestamp>?) {
    let collector = mapping.collector
    mapping.refuseKeys(except: Self.keys, of: "a source")
    if !Self.isName(name) {
      collector.error("a source's name must be lower-case letters, digits, ‘-’ and ‘_’, not ‘\(name)’", at: location)
    }
    self.name = name
    self.location = location
    files = mapping.texts("files")
    isSimulated = mapping.flag("simulated") ?? false
    options = SourceOptions(period: period)
    if let format = mapping.text("format") {
      options.format = format.text
      if !formats.contains(format.text) {
        let hint = NearestNames.hint(for: format.text, among: formats)
        collector.error("unknown log format ‘\(format.text)’" + hint, at: format.location)
      }
    }
    if let zone = mapping.text("timezone") {
      if let rule = TimeZoneRule(zone.text) {
        options.timezone = rule
      } else {
        collector.error("unknown time zone ‘\(zone.text)’; write UTC, +02:00 or a name like Europe/Zurich", at: zone.location)
      }
    }
    options.year = mapping.number("year", in: SourceOptions.yearLimits)
    if let roles = mapping.mapping("roles") {
      for entry in roles.entries {
        guard let role = ColumnRole(rawValue: entry.key) else {
          let hint = NearestNames.hint(for: entry.key, among: ColumnRole.allCases.map(\.rawValue))
          collector.error("unknown role ‘\(entry.key)’" + hint, at: entry.location)
          continue
        }
        if let column = roles.text(entry.key) { options.roles[role] = column.text }
      }
    }
    if files.isEmpty {
      collector.error("the source ‘\(name)’ names no files", at: location)
      return nil
    }
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first >= 0x61, first <= 0x7A else { return false }
    return text.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D || $0 == 0x5F }
  }
}
