/// What the process says when it ends; the numbers are those of sysexits.h.
public enum ExitCode: Int32, Sendable, CaseIterable {
  /// Done.
  case success = 0
  /// The answer is no: a claim is false, verify or diff found a difference.
  case answerIsNo = 1
  /// Wrong usage of the command line.
  case usage = 64
  /// Wrong content: report.yml, a page, an expression, too many rejected lines.
  case content = 65
  /// An input can't be read.
  case input = 66
  /// A bug in Logbrief.
  case bug = 70
  /// The output can't be written.
  case output = 73

  /// Of several failures the first of 70, 73, 66, 64, 65, 1 is told.
  public static let byPrecedence: [ExitCode] = [.bug, .output, .input, .usage, .content, .answerIsNo]
}
