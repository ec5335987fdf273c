import ArgumentParser
import Glibc
import ReportSite

/// The command `logbrief`: arguments in, exit code out; what it does lives in the modules.
@main
struct Logbrief: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logbrief",
    abstract: "Incident reports that hold up: from logs and Markdown to one self-contained HTML file.",
    discussion: """
      Exit codes: 0 done; 1 the answer is no (a claim is false); 64 wrong usage; 65 wrong content; 66 an input can't be read; \
      73 the output can't be written; 70 a bug.
      """,
    version: "logbrief \(ToolVersion.current)",
    subcommands: [Simulate.self, Collect.self, Inspect.self, QueryLogs.self, Build.self, Check.self])

  /// A file that grows past the limit of the process (`ulimit -f`) is an error to be told like any other, and no reason to die.
  static func main() {
    signal(SIGXFSZ, SIG_IGN)
    main(nil)
  }
}
