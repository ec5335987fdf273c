import ArgumentParser
import Diagnostics
import Foundation
import ReportSite
import SafeText

/// The flags of `build` and `check`.
struct BuildArguments: ParsableArguments {
  @Argument(help: "A report's folder, a site's folder (with site.yml), or a Markdown file with front matter.")
  var path = "."

  @Flag(help: "Let warnings fail the build, among them bare figures in prose.")
  var strict = false

  @Flag(help: "Let a false claim pass, visibly marked.")
  var allowFailedClaims = false

  @Flag(help: "Let paths in the report lead out of its folder.")
  var allowOutside = false

  @OptionGroup var scan: ScanOptions

  /// The options for the builder.
  var options: BuildOptions {
    BuildOptions(
      jobs: scan.jobs, isStrict: strict, allowsFailedClaims: allowFailedClaims, allowsOutside: allowOutside, period: scan.period,
      maximumRejects: scan.maxRejects.share, memory: scan.memory)
  }
}

/// A report or a site, built in memory and judged.
struct BuiltPages {
  /// Everything the output folder will hold.
  var files: [OutputFile]
  /// What was built, by folder; the folder of a single report is empty.
  var reports: [(folder: String, report: BuiltReport)]

  /// Builds what stands at the path and prints what is wrong.
  ///
  /// - Throws: mistakes, claims that do not hold unless they are allowed, and warnings if they are counted.
  init(_ arguments: BuildArguments) throws {
    let progress = Terminal.progress(isQuiet: arguments.scan.quiet)
    defer { progress.erase() }
    var options = arguments.options
    options.date = try SourceDateEpoch.date(ProcessInfo.processInfo.environment[SourceDateEpoch.variable])
    let isQuiet = arguments.scan.quiet
    let builder = ReportBuilder(
      options: options,
      progress: { step in progress.begin(step: step.number, of: BuildStep.allCases.count, title: step.rawValue) },
      scanProgress: { progress.report($0) },
      onSpill: { if !isQuiet { Terminal.noteSpill($0, after: progress) } })
    if SiteBuilder.isSite(arguments.path) {
      let site = try SiteBuilder(builder).build(arguments.path)
      files = site.files
      reports = site.reports
    } else {
      let report = try builder.build(arguments.path)
      files = report.manifest.sealing(report.files)
      reports = [("", report)]
    }
    progress.erase()
    try judge(arguments)
  }

  private func judge(_ arguments: BuildArguments) throws {
    var problems = DiagnosticList()
    for (folder, report) in reports {
      for list in [report.warnings, report.failedClaims] {
        for diagnostic in (folder.isEmpty ? list : list.inFolder(folder)).diagnostics { problems.append(diagnostic) }
      }
    }
    let isFatal = problems.exitCode(strict: arguments.strict) != .success
    let onlyClaims = problems.exitCode(strict: arguments.strict) == .answerIsNo
    if isFatal && !(onlyClaims && arguments.allowFailedClaims) {
      throw FatalDiagnostics(list: problems, isStrict: arguments.strict, conclusion: conclusion(problems, arguments))
    }
    Failure.report(problems)
  }

  /// Why nothing is written, in a line: neither a false claim nor a warning says so by itself.
  private func conclusion(_ problems: DiagnosticList, _ arguments: BuildArguments) -> String {
    var reasons: [String] = []
    let claims = problems.sorted.count { $0.code == .answerIsNo }
    if claims > 0, !arguments.allowFailedClaims {
      reasons.append(NumberText.count(claims, of: "claim") + (claims == 1 ? " does" : " do") + " not hold")
    }
    let warnings = problems.sorted.count { $0.severity == .warning }
    if warnings > 0, arguments.strict { reasons.append("‘--strict’ lets " + NumberText.count(warnings, of: "warning") + " fail the build") }
    return "nothing was written: " + reasons.joined(separator: ", and ")
  }
}

/// `logbrief build`: a report's folder to one HTML file and its evidence.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build a report, or a site of reports.",
    discussion: """
      Writes index.html, manifest.json, SHA256SUMS and, for each figure, its numbers as data/NAME.csv and, made harmless to spreadsheets, as \
      data/NAME-spreadsheet.csv. Nothing is written if a claim does not hold.
      """)

  @OptionGroup var arguments: BuildArguments

  @Option(name: [.short, .long], help: "The output folder, never - (default: public/ in the report's folder).")
  var output: String?

  @Flag(help: "Replace a folder that Logbrief did not write.")
  var force = false

  func validate() throws {
    if output == "-" { throw ValidationError("‘-o’ names a folder, so ‘-’ does not stand for standard output here.") }
  }

  func run() throws {
    try Failure.reported {
      let pages = try BuiltPages(arguments)
      let folder = output ?? defaultOutput
      try OutputFolder.write(pages.files, to: folder, force: force, keeping: [arguments.path] + pages.reports.flatMap(\.report.inputPaths))
      guard !arguments.scan.quiet else { return }
      for (name, report) in pages.reports { try Terminal.print(summary(name, report)) }
      try Terminal.print("wrote " + VisibleText.of((folder as NSString).appendingPathComponent("index.html"), longest: 4_096))
    }
  }

  private var defaultOutput: String {
    let isFile = (arguments.path as NSString).pathExtension == "md"
    let folder = isFile ? (arguments.path as NSString).deletingLastPathComponent : arguments.path
    return (folder.isEmpty ? "." : folder as NSString).appendingPathComponent("public")
  }

  private func summary(_ name: String, _ report: BuiltReport) -> String {
    let claims = report.manifest.claims
    let size = report.files.first.map { NumberText.bytes(Double($0.bytes.count)) } ?? ""
    let verdict = claims.total == 0 ? "no claims" : claims.verdict
    let figures = NumberText.count(report.manifest.figures, of: "figure")
    let title = name.isEmpty ? report.entry.title : name
    return "\(VisibleText.of(title)): \(NumberText.count(report.rows, of: "row")), \(figures), \(verdict), \(size)"
  }
}

extension Manifest.Claims {
  /// `1 of 1 claim holds`, `1 of 2 claims hold`.
  fileprivate var verdict: String { "\(held) of \(NumberText.count(total, of: "claim")) " + (total == 1 ? "holds" : "hold") }
}

/// `logbrief check`: everything `build` checks; writes nothing.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Check a report as build does, and write nothing.")

  @OptionGroup var arguments: BuildArguments

  func run() throws {
    try Failure.reported {
      let pages = try BuiltPages(arguments)
      guard !arguments.scan.quiet else { return }
      for (name, report) in pages.reports {
        let claims = report.manifest.claims
        let title = name.isEmpty ? report.entry.title : name
        try Terminal.print("\(VisibleText.of(title)): nothing wrong, \(claims.verdict)")
      }
    }
  }
}
