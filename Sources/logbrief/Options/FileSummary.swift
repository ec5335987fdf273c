import LogRecords
import SafeText

/// What became of the lines of a file, for a terminal.
enum FileSummary {
  /// Lines, rows and rejections, the time span, what was assumed, and the first rejected lines.
  static func text(_ file: FileReport) -> String {
    let tally = file.tally
    let lines = tally.records - tally.repeated + tally.rejectedCount + tally.blank
    var text = "\(VisibleText.of(file.name)) (\(file.format)): "
    text += "\(NumberText.count(lines, of: "line")): \(NumberText.count(tally.records, of: "row"))"
    if tally.repeated > 0 { text += " (\(NumberText.count(tally.repeated)) repeated)" }
    if file.outsidePeriod > 0 { text += ", \(NumberText.count(file.outsidePeriod)) outside the period" }
    text += ", \(NumberText.count(tally.rejectedCount)) rejected"
    if let first = file.first, let last = file.last { text += "\n  from \(NumberText.time(first)) to \(NumberText.time(last)) UTC" }
    if file.untimed > 0, file.first != nil { text += "\n  without a time that can be read: \(NumberText.count(file.untimed))" }
    for assumption in file.assumptions { text += "\n  " + VisibleText.of(assumption) }
    for sample in tally.samples {
      text += "\n  line \(sample.line): \(sample.reason.rawValue): " + VisibleText.of(sample.content, longest: 80)
    }
    return text
  }
}
