import ArgumentParser
import ConsoleOutput
import LogQuery
import LogRecords
import SafeText

/// `logbrief inspect`: what a log holds, before anyone writes a report on it.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the columns of logs: names, roles, types, distinct values, the time span and rejected lines.")

  @OptionGroup var logs: LogArguments
  @OptionGroup var scan: ScanOptions

  func run() throws {
    try Failure.reported {
      var engine = try logs.engine(scan)
      // Rejected lines are what an inspection is for: they are listed, not fatal.
      engine.maximumRejects = 1
      let progress = Terminal.scanProgress(isQuiet: scan.quiet)
      defer { progress.erase() }
      engine.onProgress = { progress.report($0) }
      if !scan.quiet { engine.onSpill = { Terminal.noteSpill($0, after: progress) } }
      let inspection = try SourceInspection(engine)
      progress.erase()
      let table = TextTable(
        columns: [
          TextColumn("column", isCutLast: true), TextColumn("role"), TextColumn("type"), TextColumn("distinct", .right),
          TextColumn("missing", .right), TextColumn("most frequent"),
        ],
        rows: inspection.columns.map { summary in
          [
            VisibleText.of(summary.column.name), summary.column.role?.rawValue ?? "", summary.type.rawValue,
            NumberText.count(summary.distinct), NumberText.count(summary.missing), summary.example?.visible ?? "",
          ]
        })
      try Terminal.print(table.text(width: Terminal.width, style: Terminal.style))
      for file in inspection.report.files { try Terminal.print(FileSummary.text(file)) }
    }
  }
}
