import Foundation
import Testing

/// Logs that change while they are read: a clear error, exit code 66, and no answer.
struct ReadingFaultTests {
  /// The program opens a file, then waits at a pipe until that has a writer: what the writer does first happens while the file is read.
  @Test(
    arguments: [
      ("truncate -s 100 a.csv", "became shorter"), (": > a.csv", "became shorter"), ("echo eve >> a.csv", "changed"),
      ("rm a.csv", "was removed"), ("cp a.csv c.csv; mv c.csv a.csv", "was replaced"),
    ])
  func aLogThatChangesWhileItIsRead(change: String, complaint: String) throws {
    let work = try Workspace()
    try work.write("a.csv", "user\n" + String(repeating: "ada\n", count: 500_000))
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/bin/sh")
    writer.arguments = ["-c", "mkfifo pipe; echo made; exec timeout 60 sh -c \"exec 3>pipe; \(change); printf 'user\\nbob\\n' >&3\""]
    writer.currentDirectoryURL = work.folder
    let made = Pipe()
    writer.standardOutput = made
    try writer.run()
    _ = made.fileHandleForReading.availableData
    let outcome = try work.run("query", "a.csv", "pipe", "--input-format", "csv", "--by", "user")
    writer.waitUntilExit()
    #expect(outcome.exitCode == 66, "\(outcome.errors)")
    #expect(outcome.errors.contains("‘a.csv’ \(complaint)"), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }
}
