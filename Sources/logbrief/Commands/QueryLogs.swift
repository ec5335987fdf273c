import ArgumentParser
import CivilTime
import ConsoleOutput
import Diagnostics
import LogQuery
import LogRecords
import ReportSite
import SafeText

/// `logbrief query`: one aggregate, on the console.
struct QueryLogs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Count, group and measure rows; the same engine as in reports.",
    discussion: """
      Example: logbrief query events.csv --where 'action == "login_attempt"' --by user_id --top 10 --histogram
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, csv, json }

  @OptionGroup var logs: LogArguments
  @OptionGroup var scan: ScanOptions

  @Option(name: .customLong("where"), help: "Which rows: an expression such as 'action == \"login_attempt\"'.")
  var filter: String?

  @Option(help: "Columns or roles to group by, with commas between.")
  var by: String?

  @Option(help: "count, distinct(c), sum(c), mean(c), median(c), min(c), max(c) or p95(c).")
  var measure = "count"

  @Option(help: "Width of time bins, such as 10m, 1h or 1d.")
  var bin: String?

  @Option(help: "Only the largest groups.")
  var top: Int?

  @Flag(help: "Show how the measure is distributed over the groups.")
  var histogram = false

  @Option(help: "text, csv or json.")
  var format = Format.text

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top must be at least 1") }
    if histogram && by == nil { throw ValidationError("--histogram shows how the measure is distributed over groups: add --by") }
    if let bin, TimeSpan(literal: bin).map({ $0.nanoseconds > 0 }) != true {
      throw ValidationError("--bin must be a width like 10m, 1h or 1d, not ‘\(VisibleText.of(bin))’")
    }
  }

  func run() throws {
    try Failure.reported {
      var engine = try logs.engine(scan)
      let query = try self.query(columns: try engine.columns())
      engine.takesDigests = false
      let progress = Terminal.progress(isQuiet: scan.quiet)
      defer { progress.erase() }
      progress.begin(step: 1, of: 1, title: "Scanning logs")
      if !scan.quiet { engine.onSpill = { Terminal.noteSpill($0, after: progress) } }
      engine.onProgress = { progress.report(bytes: $0.bytes, of: $0.totalBytes > 0 ? $0.totalBytes : nil) }
      let (tables, report) = try engine.run([query])
      progress.erase()
      guard let table = tables.first else { return }
      let answer = QueryAnswer(table: table, report: report)
      switch format {
      case .text: try Terminal.print(answer.text(showsHistogram: histogram, width: Terminal.width, style: Terminal.style))
      case .csv: try Terminal.write(answer.csv(showsHistogram: histogram))
      case .json: try Terminal.print(answer.json(showsHistogram: histogram))
      }
    }
  }

  private func query(columns: [Column]) throws(DiagnosticList) -> Query {
    var query = Query()
    if let filter {
      query.filter = try ExpressionParser.parse(filter, dialect: .rows, at: SourceLocation(file: "--where", line: 1, column: 1))
    }
    query.measures = [try Measure(parsing: measure, at: SourceLocation(file: "--measure", line: 1, column: 1))]
    if let width = bin.flatMap({ TimeSpan(literal: $0) }) {
      guard let time = columns.index(of: .time) else {
        throw DiagnosticList([Diagnostic(.error, .content, "--bin needs a column of times, and none is recognised")])
      }
      query.groups.append(.timeBin(column: columns[time].name, width: width))
    }
    let names = by?.utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)) } ?? []
    query.groups += names.map { .column($0) }
    query.top = top.map { Query.Top($0, prefix: query.groups.count) }
    return query
  }
}
