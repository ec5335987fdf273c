import CivilTime
import Diagnostics
import LogQuery
import SafeText
import SVGCharts

/// What an author has to say of an instant: a line `time: text` under `notes`.
struct TimelineNote {
  let time: Timestamp
  let text: ByteString
  let location: SourceLocation

  /// As many as there are letters.
  private static let most = 26

  /// The notes of a figure in order of time; every one that can't be read is noted.
  static func read(_ mapping: YAMLMapping) -> [TimelineNote] {
    guard let map = mapping.mapping("notes") else { return [] }
    if map.entries.count > most {
      mapping.collector.error("a timeline takes at most \(most) notes, one for each letter", at: map.entries[most].location)
    }
    let notes = map.entries.compactMap { entry -> TimelineNote? in
      guard let time = PeriodText.instant(entry.key, endOfDay: false) else {
        mapping.collector.error("a note stands at a time like 2026-11-01T15:54:00Z, not at ‘\(entry.key)’", at: entry.location)
        return nil
      }
      return map.text(entry.key).map { TimelineNote(time: time, text: ByteString($0.text), location: entry.location) }
    }
    return notes.sorted { ($0.time, $0.location) < ($1.time, $1.location) }
  }

  /// The note; nil, and a warning, if it lies outside the timeline, as a shorter period may leave it: a note that is not seen must not vanish
  /// in silence.
  func placed(on grid: TimelineGrid, collector: DiagnosticCollector) -> TimelineChart.Note? {
    if grid.index(of: time) != nil { return TimelineChart.Note(time: time, text: text) }
    let span = "\(NumberText.time(grid.start(0))) to \(NumberText.time(grid.start(grid.count)))"
    collector.warn(
      "the note at \(NumberText.time(time)) is left out: it lies outside the timeline, which goes from \(span) UTC", at: location)
    return nil
  }
}
