import CivilTime
import ConsoleOutput
import Foundation
import ReportSite

/// What the process knows of its surroundings; asked once, at the top.
enum Terminal {
  /// Characters that standard output can show.
  static var style: TextStyle { TextStyle(environment: ProcessInfo.processInfo.environment) }

  /// Columns of standard output; nil if it is no terminal.
  static var width: Int? { TerminalSize.columns(of: STDOUT_FILENO) }

  /// A progress line on standard error: silent unless that is a terminal.
  static func progress(isQuiet: Bool) -> ProgressLine {
    ProgressLine(
      width: isQuiet ? nil : TerminalSize.columns(of: STDERR_FILENO),
      clock: { TimeSpan(nanoseconds: Int64(DispatchTime.now().uptimeNanoseconds)) },
      write: { text in FileHandle.standardError.write(Data(text.utf8)) })
  }

  /// Prints a line to standard output.
  static func print(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
}
