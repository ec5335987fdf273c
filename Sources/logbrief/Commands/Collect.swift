import ArgumentParser
import CivilTime
import Diagnostics
import Foundation
import LogCollectors
import LogRecords

/// `logbrief collect`: raw logs to canonical CSV.
struct Collect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turn raw logs into one CSV file under the columns of the Elastic Common Schema.",
    discussion: "Every line is accounted for. Where times carry no year, it is inferred from when the file was last written.")

  @Argument(help: "Log files, or - for standard input; .gz is read as it is.")
  var logs: [String]

  @Option(help: "The format of the logs: auto, \(LogFormatRegistry.names.joined(separator: ", ")).")
  var format = "auto"

  @Option(help: "Year of the first row, for times that carry none.")
  var year: YearArgument?

  @Option(help: "Zone of times that carry none: UTC, +02:00 or a name like Europe/Zurich.")
  var timezone = ZoneArgument(rule: .utc)

  @Option(name: [.short, .long], help: "Where to write; - is standard output.")
  var output = "-"

  @OptionGroup var scan: ScanOptions

  func run() throws {
    try Failure.reported {
      if format != "auto" { _ = try LogFormatRegistry.named(format) }
      let options = SourceOptions(
        format: format == "auto" ? nil : format, timezone: timezone.rule, year: year?.year, period: scan.period)
      let files = try InputFiles.expand(logs, in: ".", allowsOutside: true)
      let raw = files.map { RawLog(path: $0.path, name: $0.name, modified: Self.modified($0.path)) }
      let target = try OutputTarget(path: output, inputs: files)
      let progress = Terminal.scanProgress(isQuiet: scan.quiet)
      defer { progress.erase() }
      var collector = LogCollector(options: options)
      collector.onProgress = { progress.report($0) }
      let report = try collector.collect(raw, to: target.file)
      progress.erase()
      try report.checkRejects(most: scan.maxRejects.share)
      try target.commit()
      guard !scan.quiet else { return }
      for file in report.files { Terminal.printError(FileSummary.text(file)) }
    }
  }

  /// When a file was last written; nil for standard input.
  private static func modified(_ path: String) -> Timestamp? {
    guard path != "-", let date = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date else { return nil }
    return Timestamp(seconds: Int64(date.timeIntervalSince1970.rounded(.down)))
  }
}
