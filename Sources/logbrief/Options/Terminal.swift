import CivilTime
import ConsoleOutput
import Diagnostics
import Foundation
import LogRecords
import ReportSite
import SafeText

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
      write: { text in try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) })
  }

  /// A progress line for a command that only scans.
  static func scanProgress(isQuiet: Bool) -> ProgressLine {
    let line = progress(isQuiet: isQuiet)
    line.begin(step: 1, of: 1, title: "Scanning logs")
    return line
  }

  /// Says that keys went to a temporary file, as that takes time and room on a disk; what was counted is the same.
  static func noteSpill(_ byteCount: Int, after progress: ProgressLine) {
    progress.erase()
    printError("note: distinct keys needed more than --memory: \(NumberText.bytes(Double(byteCount))) lay in a temporary file")
  }

  /// Writes to standard output, piece by piece.
  static func write(_ body: (BufferedFile) throws(DiagnosticList) -> Void) throws(DiagnosticList) {
    let output = try BufferedFile(path: "-")
    try body(output)
    try output.finish()
  }

  /// Writes bytes to standard output as they are.
  static func write(_ bytes: [UInt8]) throws(DiagnosticList) {
    try write { output throws(DiagnosticList) in try output.write(bytes) }
  }

  /// Prints a line to standard output.
  static func print(_ text: String) throws(DiagnosticList) { try write(Array((text + "\n").utf8)) }

  /// Prints a line to standard error; where nobody reads it, nothing is lost that could be told otherwise.
  static func printError(_ line: String) { try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8)) }
}
