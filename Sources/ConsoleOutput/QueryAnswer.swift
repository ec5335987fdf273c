import Diagnostics
import LogQuery
import LogRecords
import SafeText
import Statistics

/// The answer to a query, written for a person, a spreadsheet or a program.
public struct QueryAnswer: Sendable {
  let table: ResultTable
  let report: ScanReport

  /// An answer and what its scan found out.
  public init(table: ResultTable, report: ScanReport) {
    self.table = table
    self.report = report
  }

  /// Names of the columns: `time` for a bin, the columns asked for, then the measures.
  private var names: [String] {
    table.query.groups.map { $0.isTime ? "time" : $0.column } + table.query.measures.map(\.text)
  }

  /// A table, perhaps with the distribution as bars, and what it counts.
  ///
  /// - Parameter width: columns of the terminal; nil for no limit.
  /// - Throws: exit code 73 if the output can't be written.
  public func writeText(to output: BufferedFile, showsHistogram: Bool, width: Int?, style: TextStyle) throws(DiagnosticList) {
    let columns = names.enumerated().map { index, name in
      TextColumn(VisibleText.of(name), index < table.query.groups.count ? .left : .right)
    }
    let groups = table.rows.lazy.map { row in row.keys.map(AnswerText.reading) + row.values.map(AnswerText.reading) }
    let rows = [AnySequence(groups), AnySequence(rest)].lazy.joined()
    try TextTable(columns: columns, rows: rows).forEachLine(width: width, style: style) { line throws(DiagnosticList) in
      try output.write(line)
    }
    try output.write(footer(showsHistogram: showsHistogram, width: width, style: style))
  }

  /// What `top` left out, and what is past the group limit.
  private var rest: [[String]] {
    let label = table.isPastLimit ? "(other)" : "(\(NumberText.count(table.restGroups)) other)"
    let padding = Array(repeating: "", count: max(0, table.query.groups.count - 1))
    return table.rest.map { [label] + padding + $0.values.map(AnswerText.reading) }
  }

  private func footer(showsHistogram: Bool, width: Int?, style: TextStyle) -> String {
    var text = ""
    if showsHistogram {
      let bars = bins.map { TextBars.Bar(label: $0.label, value: Double($0.count), valueText: NumberText.count($0.count)) }
      let over = table.query.groups.map(\.column).joined(separator: ", ")
      text += "\nDistribution of \(names.last ?? "count") per \(VisibleText.of(over)):\n\n"
      text += TextBars(bars, labelAlignment: .right).text(width: min(width ?? 80, 100), style: style)
    }
    return text + "\n" + AnswerText.summary(matched: table.matched, noValue: table.noValue, report) + "\n"
      + (rowsPastLimit.map { "\($0) in (other); how many such groups there are is not known\n" } ?? "")
  }

  /// `4 rows of groups past the first 2 are`, if the group limit was reached.
  public var rowsPastLimit: String? {
    guard table.isPastLimit else { return nil }
    let first = table.groupCount == 1 ? "the first" : "the first \(NumberText.count(table.groupCount))"
    return table.rowsPastLimit == 1
      ? "1 row of a group past \(first) is" : "\(NumberText.count(table.rowsPastLimit)) rows of groups past \(first) are"
  }

  /// The groups, exact, with a header; the bins instead where the distribution is asked for.
  ///
  /// - Throws: exit code 73 if the output can't be written.
  public func writeCSV(to output: BufferedFile, showsHistogram: Bool) throws(DiagnosticList) {
    var writer = CSVWriter()
    if showsHistogram {
      writer.writeRecord(["lower", "upper", "count"])
      for bin in bins {
        writer.writeRecord([JSONText.number(.decimal(bin.lower)), JSONText.number(.decimal(bin.upper)), String(bin.count)])
      }
    } else {
      writer.writeRecord(names)
      for row in table.rows {
        for key in row.keys { writer.write(AnswerText.exact(key).bytes) }
        for value in row.values { writer.write(value == .missing ? "" : JSONText.number(value)) }
        writer.endRecord()
        try writer.drain(to: output)
      }
    }
    try writer.drain(to: output, from: 0)
  }

  /// An array of objects, one a group; the bins instead where the distribution is asked for. Nothing matched: an empty array.
  ///
  /// - Throws: exit code 73 if the output can't be written.
  public func writeJSON(to output: BufferedFile, showsHistogram: Bool) throws(DiagnosticList) {
    func write(_ names: [String], _ objects: some Sequence<[String]>) throws(DiagnosticList) {
      try JSONText.array(of: names, objects) { piece throws(DiagnosticList) in try output.write(piece) }
      try output.write("\n")
    }
    if showsHistogram {
      try write(
        ["lower", "upper", "count"],
        bins.map { [JSONText.number(.decimal($0.lower)), JSONText.number(.decimal($0.upper)), String($0.count)] })
    } else {
      let groups = table.rows.lazy.map { row in row.keys.map { JSONText.string(AnswerText.exact($0)) } + row.values.map(JSONText.number) }
      try write(names, groups.prefix(table.matched > 0 ? table.rows.count : 0))
    }
  }

  private var bins: [(label: String, lower: Double, upper: Double, count: Int)] {
    let bins = HistogramBins(automatic: table.distribution, most: 30)
    func whole(_ bin: HistogramBins.Bin) -> String { NumberText.decimal((bin.lower + 0.5).rounded(.down), significant: 6) }
    var lines = bins.bins.map { bin in
      let range = NumberText.decimal(bin.lower, significant: 6) + " to " + NumberText.decimal(bin.upper, significant: 6)
      return (bins.isOneBinPerInteger ? whole(bin) : range, bin.lower, bin.upper, bin.count)
    }
    if let rest = bins.overflow { lines.append((whole(rest) + "+", rest.lower, rest.upper, rest.count)) }
    return lines
  }
}
