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
    for file in report.files where file.tally.repeated > 0 {
      let tally = file.tally
      let parts =
        "\(NumberText.count(tally.records - tally.repeated, of: "line")) + \(NumberText.count(tally.repeated)) repeated by “message repeated”"
      lines.append(Line(label: "\(file.name): rows", sum: parts, total: tally.records, isBalanced: true))
    }
    let tally = report.tally
    let outside = report.outsidePeriod
    var parts = [
      FigureLedger.Part(count: counted, where: "counted"), FigureLedger.Part(count: outside, where: "outside the period"),
    ]
    let reasons = tally.rejected.sorted { $0.key < $1.key }
    parts += reasons.map { FigureLedger.Part(count: $0.value, where: "rejected (\($0.key.rawValue))") }
    if reasons.isEmpty { parts.append(FigureLedger.Part(count: 0, where: "rejected")) }
    add(figure: "\(source): rows read", FigureLedger(parts: parts, total: tally.records + tally.rejectedCount))
  }

  /// Adds the line of a figure.
  mutating func add(figure label: String, _ ledger: FigureLedger) {
    lines.append(Line(label: label, sum: ledger.sum, total: ledger.total, isBalanced: ledger.isBalanced))
  }
}
