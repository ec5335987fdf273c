import LogRecords
import SafeText

/// Accounts for every row: of each file, of each source, of each figure. A line whose sides differ fails the build.
struct RowsLedger {
  /// One line: what is summed, its parts and what they must come to.
  struct Line {
    var label: String
    var sum: String
    var total: Int
    var isBalanced: Bool
  }

  private(set) var lines: [Line] = []

  /// Adds the lines of a source; `counted` is what the engine saw, apart from what the readers tallied.
  mutating func add(source: String, report: ScanReport, counted: Int) {
    for file in report.files {
      let tally = file.tally
      let lineRecords = tally.records - tally.repeated
      var parts = ["\(NumberText.count(lineRecords)) parsed", "\(NumberText.count(tally.rejectedCount)) rejected"]
      if tally.blank > 0 { parts.append("\(NumberText.count(tally.blank)) blank") }
      let read = lineRecords + tally.rejectedCount + tally.blank
      lines.append(Line(label: "\(file.name): records read", sum: parts.joined(separator: " + "), total: read, isBalanced: true))
      if tally.repeated > 0 {
        lines.append(
          Line(
            label: "\(file.name): rows",
            sum: "\(NumberText.count(lineRecords)) parsed + \(NumberText.count(tally.repeated)) repeated (“message repeated … times”)",
            total: tally.records, isBalanced: true))
      }
    }
    let records = report.tally.records
    let outside = report.files.reduce(0) { $0 + $1.outsidePeriod }
    lines.append(
      Line(
        label: "\(source): rows used", sum: "\(NumberText.count(counted)) counted + \(NumberText.count(outside)) outside the period",
        total: records, isBalanced: counted + outside == records))
  }

  /// Adds the line of a figure.
  mutating func add(figure label: String, _ ledger: FigureLedger) {
    lines.append(Line(label: label, sum: ledger.sum, total: ledger.total, isBalanced: ledger.isBalanced))
  }
}
