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

  @Option(help: "Width of time bins, such as 10m, 1h or 1d; weeks start on Monday.")
  var bin: String?

  @Option(help: "Only the largest groups.")
  var top: Int?

  @Option(help: "Tell only so many groups apart, the first in the log; count the rows of all others together, without keeping their names.")
  var groupLimit: Int?

  @Flag(help: "Show how the measure is distributed over the groups.")
  var histogram = false

  @Flag(
    help: """
      Show the measure over time, in at most 60 intervals unless --bin says how long one is; --by one column shows its largest values (10 \
      unless --top says otherwise).
      """)
  var timeline = false

  @Option(help: "text, csv or json.")
  var format = Format.text

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top must be at least 1") }
    if columnNames.contains("") { throw ValidationError("--by takes names of columns with commas between, and one of them is empty") }
    if top != nil, by == nil, timeline || bin == nil { throw ValidationError("--top keeps the largest groups: add --by") }
    if histogram && by == nil { throw ValidationError("--histogram shows how the measure is distributed over groups: add --by") }
    if timeline && histogram { throw ValidationError("--timeline and --histogram are two answers: ask for one") }
    if timeline && columnNames.count > 1 { throw ValidationError("--timeline takes one column with --by") }
    try validateGroupLimit()
    if let bin, TimeSpan(literal: bin).map({ $0.nanoseconds > 0 }) != true {
      throw ValidationError("--bin must be a width like 10m, 1h or 1d, not ‘\(VisibleText.of(bin))’")
    }
  }

  private func validateGroupLimit() throws {
    guard let groupLimit else { return }
    if groupLimit < 1 { throw ValidationError("--group-limit must be at least 1") }
    if by == nil && bin == nil { throw ValidationError("--group-limit limits groups: add --by") }
    if timeline || histogram {
      throw ValidationError("--\(timeline ? "timeline" : "histogram") needs every group: leave out --group-limit")
    }
    if !measure.utf8.elementsEqual("count".utf8) {
      throw ValidationError("past --group-limit only rows are counted, and ‘\(VisibleText.of(measure))’ is another measure")
    }
  }

  func run() throws {
    try Failure.reported {
      let engine = try logs.engine(scan)
      if timeline {
        try printTimeline(engine)
      } else {
        try printGroups(engine)
      }
    }
  }

  private func printGroups(_ engine: ScanEngine) throws(DiagnosticList) {
    let query = try self.query(columns: try engine.columns())
    let (tables, report) = try answers([query], engine)
    guard let table = tables.first else { return }
    let answer = QueryAnswer(table: table, report: report)
    try Terminal.write { output throws(DiagnosticList) in
      switch format {
      case .text: try answer.writeText(to: output, showsHistogram: histogram, width: Terminal.width, style: Terminal.style)
      case .csv: try answer.writeCSV(to: output, showsHistogram: histogram)
      case .json: try answer.writeJSON(to: output, showsHistogram: histogram)
      }
    }
    warn(of: table)
    if !histogram {
      noteUnlisted(table.restGroups)
      noteRowsPastLimit(answer)
    }
  }

  private func printTimeline(_ engine: ScanEngine) throws(DiagnosticList) {
    let question = try self.question(columns: try engine.columns())
    let (tables, report) = try answers(question.queries, engine)
    let timeline: Timeline?
    do throws(TimelineProblem) {
      timeline = try question.timeline(tables)
    } catch {
      throw DiagnosticList([Diagnostic(.error, .content, error.message)])
    }
    guard let timeline else { throw DiagnosticList([Diagnostic(.error, .content, "no row has a time that could be read")]) }
    let answer = TimelineAnswer(timeline, of: question, report: report)
    switch format {
    case .text: try Terminal.print(answer.text(width: Terminal.width, style: Terminal.style))
    case .csv: try Terminal.write(answer.csv())
    case .json: try Terminal.print(answer.json())
    }
    warn(of: tables[0])
    noteUnlisted(timeline.otherCount)
  }

  /// Says what was asked for and no row has; the answer alone would show a dash and not why.
  private func warn(of table: ResultTable) {
    Failure.report(DiagnosticList(table.warnings.map { Diagnostic(.warning, .content, $0) }))
  }

  /// Says how many groups are missing from a list in a form for programs, which has no line for them.
  private func noteUnlisted(_ count: Int) {
    guard count > 0, format != .text, !scan.quiet else { return }
    Terminal.printError("note: \(NumberText.count(count)) other \(count == 1 ? "group is" : "groups are") not listed: see --top")
  }

  /// Says the same of rows whose groups were not told apart.
  private func noteRowsPastLimit(_ answer: QueryAnswer) {
    guard let rows = answer.rowsPastLimit, format != .text, !scan.quiet else { return }
    Terminal.printError("note: \(rows) not listed: see --group-limit")
  }

  /// The answers, with progress while they are found.
  private func answers(_ queries: [Query], _ engine: ScanEngine) throws(DiagnosticList) -> (tables: [ResultTable], report: ScanReport) {
    var engine = engine
    let progress = Terminal.scanProgress(isQuiet: scan.quiet)
    defer { progress.erase() }
    // An answer on the console says nothing of files.
    engine.takesDigests = false
    engine.readsTimes = false
    if !scan.quiet { engine.onSpill = { Terminal.noteSpill($0, after: progress) } }
    engine.onProgress = { progress.report($0) }
    return try engine.run(queries)
  }

  private func query(columns: [Column]) throws(DiagnosticList) -> Query {
    var query = Query(filter: try filterExpression(), measures: [try parsedMeasure()])
    if let width { query.groups.append(.timeBin(column: try timeColumn(columns, neededBy: "--bin"), width: width)) }
    query.groups += columnNames.map { .column($0) }
    query.top = top.map { Query.Top($0, prefix: query.groups.count) }
    query.groupLimit = groupLimit
    return query
  }

  private func question(columns: [Column]) throws(DiagnosticList) -> TimelineQuestion {
    return TimelineQuestion(
      filter: try filterExpression(), measure: try parsedMeasure(), series: columnNames.first, mostSeries: top ?? 10, width: width,
      mostChosen: TimelineAnswer.mostColumns,
      timeColumn: try timeColumn(columns, neededBy: "--timeline"))
  }

  private var width: TimeSpan? { bin.flatMap { TimeSpan(literal: $0) } }

  private var columnNames: [String] {
    by?.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { String(Substring($0)) } ?? []
  }

  private func filterExpression() throws(DiagnosticList) -> Expression? {
    guard let filter else { return nil }
    return try ExpressionParser.parse(filter, dialect: .rows, at: SourceLocation(file: "--where", line: 1, column: 1))
  }

  private func parsedMeasure() throws(DiagnosticList) -> Measure {
    try Measure(parsing: measure, at: SourceLocation(file: "--measure", line: 1, column: 1))
  }

  private func timeColumn(_ columns: [Column], neededBy option: String) throws(DiagnosticList) -> String {
    if let time = columns.index(of: .time) { return columns[time].name }
    throw DiagnosticList([Diagnostic(.error, .content, "\(option) needs a column of times, and none is recognised")])
  }
}
