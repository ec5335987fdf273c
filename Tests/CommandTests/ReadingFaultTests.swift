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

  @Test(.enabled(if: Workspace.hasStrace, "strace is not installed, or may not trace"))
  func aDiskThatFailsWhileALogIsRead() throws {
    let work = try Workspace()
    try work.write("a.csv", "user,host\n" + String(repeating: "ada,h\n", count: 500_000))
    let log = work.folder.appendingPathComponent("a.csv").path
    // The first reads are for a look at the head; a later one is in the midst of the scan.
    for read in [1, 3] {
      let outcome = try work.run(faults: ["-P", log, "-e", "inject=pread64:error=EIO:when=\(read)+"], "query", log, "--by", "user")
      #expect(outcome.exitCode == 66, "\(outcome.errors)")
      #expect(outcome.errors.contains("input/output error"), "\(outcome.errors)")
      #expect(outcome.output.isEmpty)
    }
  }

  @Test(.enabled(if: Workspace.hasStrace, "strace is not installed, or may not trace"))
  func aFullDiskLeavesTheOldReport() throws {
    let work = try Workspace()
    try work.write("page.md", "---\ntitle: A\nsources:\n  logs: { files: a.csv }\n---\nx\n\n```bar b\nby: user\n```\n")
    try work.write("a.csv", "user,host\nada,h\nbob,h\n")
    #expect(try work.run("build", "page.md", "-q").exitCode == 0)
    let names = ["index.html", "data/b.csv", "manifest.json", "SHA256SUMS"].map { "public/" + $0 }
    let before = names.map { work.read($0) }
    #expect(!before.contains(nil))
    try work.write("a.csv", "user,host\neve,h\n")
    let outcome = try work.run(faults: ["-e", "inject=write,pwrite64:error=ENOSPC"], "build", "page.md", "-q")
    #expect(outcome.exitCode == 73)
    #expect(names.map { work.read($0) } == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: work.folder.path).sorted()
    #expect(left == ["a.csv", "page.md", "public"])
  }
}
