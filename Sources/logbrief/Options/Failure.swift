import ArgumentParser
import Diagnostics

/// Tells people what went wrong, and the shell how badly.
enum Failure {
  /// Runs a command's work: prints what it throws to standard error and ends with the exit code that belongs to it.
  static func reported(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let fatal as FatalDiagnostics {
      report(fatal.list)
      Terminal.printError(fatal.conclusion)
      throw ArgumentParser.ExitCode(fatal.list.exitCode(strict: fatal.isStrict).rawValue)
    } catch let list as DiagnosticList {
      report(list)
      throw ArgumentParser.ExitCode(list.exitCode().rawValue)
    } catch let diagnostic as Diagnostic {
      report(DiagnosticList([diagnostic]))
      throw ArgumentParser.ExitCode(diagnostic.code.rawValue)
    }
  }

  /// Prints every diagnostic, a line each.
  static func report(_ list: DiagnosticList) {
    for diagnostic in list.sorted { Terminal.printError(diagnostic.description) }
  }
}

/// What made a build fail, whether warnings count, and what comes of it in a line.
struct FatalDiagnostics: Error {
  var list: DiagnosticList
  var isStrict: Bool
  var conclusion: String
}
