import ArgumentParser
import Diagnostics
import LogCollectors
import LogQuery
import LogRecords

/// The logs that a command reads, and what to know of them where they are silent.
struct LogArguments: ParsableArguments {
  @Argument(help: "Log files, or - for standard input; .gz is read as it is. Several files are one source, in time order.")
  var logs: [String]

  @Option(
    name: .customLong("input-format"),
    help: "The format of the logs: \(LogFormatRegistry.names.joined(separator: ", ")) (default: detected).")
  var inputFormat: String?

  @Option(help: "Year of the first row, for times that carry none.")
  var year: YearArgument?

  @Option(help: "Zone of times that carry none: UTC, +02:00 or a name like Europe/Zurich.")
  var timezone: ZoneArgument = ZoneArgument(rule: .utc)

  /// The files, in the order named.
  func files() throws(DiagnosticList) -> [InputPath] { try InputFiles.expand(logs, in: ".", allowsOutside: true) }

  /// What the command line says of them.
  func options(_ scan: ScanOptions) -> SourceOptions {
    SourceOptions(format: inputFormat, timezone: timezone.rule, year: year?.year, period: scan.period)
  }

  /// An engine over them.
  func engine(_ scan: ScanOptions) throws(DiagnosticList) -> ScanEngine {
    var engine = try ScanEngine(
      files: try files(), formats: LogFormatRegistry.all, options: options(scan), jobs: scan.jobs, maximumRejects: scan.maxRejects.share)
    engine.memory = scan.memory
    return engine
  }
}

/// A time zone on the command line.
struct ZoneArgument: ExpressibleByArgument {
  var rule: TimeZoneRule

  init(rule: TimeZoneRule) { self.rule = rule }

  init?(argument: String) {
    guard let rule = TimeZoneRule(argument) else { return nil }
    self.rule = rule
  }

  var defaultValueDescription: String { rule.name }
}

/// A year on the command line.
struct YearArgument: ExpressibleByArgument {
  var year: Int

  init?(argument: String) {
    guard let year = Int(argument), SourceOptions.yearLimits.contains(year) else { return nil }
    self.year = year
  }
}
