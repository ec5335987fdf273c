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
    table.query.groups.map { if case .timeBin = $0 { "time" } else { $0.column } } + table.query.measures.map(\.text)
  }

  /// A table, perhaps with the distribution as bars, and what it counts.
  ///
  /// - Parameter width: columns of the terminal; nil for no limit.
  public func text(showsHistogram: Bool, width: Int?, style: TextStyle) -> String {
    var rows = table.rows.map { $0.keys.map(AnswerText.reading) + $0.values.map(AnswerText.reading) }
    for rest in table.rest where table.restGroups > 0 {
      let padding = Array(repeating: "", count: max(0, table.query.groups.count - 1))
      rows.append(["(\(NumberText.count(table.restGroups)) other)"] + padding + rest.values.map(AnswerText.reading))
    }
    let columns = names.enumerated().map { index, name in
      TextTable.Column(VisibleText.of(name), index < table.query.groups.count ? .left : .right)
    }
    var text = TextTable(columns: columns, rows: rows).text(width: width, style: style)
    if showsHistogram {
      let bars = bins.map { TextBars.Bar(label: $0.label, value: Double($0.count), valueText: NumberText.count($0.count)) }
      let over = table.query.groups.map(\.column).joined(separator: ", ")
      text += "\nDistribution of \(names.last ?? "count") per \(VisibleText.of(over)):\n\n"
      text += TextBars(bars, labelAlignment: .right).text(width: min(width ?? 80, 100), style: style)
    }
    return text + "\n" + AnswerText.summary(matched: table.matched, noValue: table.noValue, report)
  }

  /// The groups, exact, with a header; the bins instead where the distribution is asked for.
  public func csv(showsHistogram: Bool) -> [UInt8] {
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
      }
    }
    return writer.bytes
  }

  /// An array of objects, one a group; the bins instead where the distribution is asked for.
  public func json(showsHistogram: Bool) -> String {
    if showsHistogram {
      return JSONText.array(
        bins.map { bin in
          [
            ("lower", JSONText.number(.decimal(bin.lower))), ("upper", JSONText.number(.decimal(bin.upper))), ("count", String(bin.count)),
          ]
        })
    }
    guard table.matched > 0 else { return JSONText.array([]) }
    return JSONText.array(
      table.rows.map { row in
        zip(names, row.keys.map { JSONText.string(AnswerText.exact($0)) } + row.values.map(JSONText.number)).map { ($0, $1) }
      })
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
