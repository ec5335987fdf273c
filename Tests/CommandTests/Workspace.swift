import Foundation

/// A folder of its own for one test, and the real binary run in it.
final class Workspace {
  /// What a command did.
  struct Outcome {
    var exitCode: Int32
    var output: String
    var errors: String
  }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("logbrief-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The binary that was built with the tests.
  static let binary: URL = {
    if let path = ProcessInfo.processInfo.environment["LOGBRIEF_BINARY"] { return URL(fileURLWithPath: path) }
    return URL(fileURLWithPath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent().appendingPathComponent("logbrief")
  }()

  /// Writes a file, folders above it included.
  func write(_ path: String, _ text: String) throws { try write(path, Array(text.utf8)) }

  func write(_ path: String, _ bytes: [UInt8]) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// The text of a file, or nil.
  func read(_ path: String) -> String? {
    (try? Data(contentsOf: folder.appendingPathComponent(path))).map { String(decoding: $0, as: UTF8.self) }
  }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path) }

  /// Runs `logbrief` in the folder.
  @discardableResult
  func run(_ arguments: String..., environment: [String: String] = [:], input: String? = nil) throws -> Outcome {
    try run(arguments, environment: environment, input: input)
  }

  /// Runs `logbrief` under strace, which makes system calls fail as `faults` say.
  func run(faults: [String], _ arguments: String...) throws -> Outcome {
    try run(["-f", "-o", "/dev/null"] + faults + [Self.binary.path] + arguments, program: URL(fileURLWithPath: Self.strace))
  }

  private static let strace = "/usr/bin/strace"
  /// Whether strace is there and may trace: some containers forbid it.
  static let hasStrace: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: strace)
    process.arguments = ["-o", "/dev/null", "true"]
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// Runs `logbrief`, or another program, with a list of arguments.
  @discardableResult
  func run(
    _ arguments: [String], program: URL = binary, environment: [String: String] = [:], input: String? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    // Files instead of pipes: a pipe that nobody reads yet would stop a talkative command.
    let names = ["out", "err", "in"].map { folder.appendingPathComponent(".\($0)-\(UUID().uuidString)") }
    for name in names { try Data((input ?? "").utf8).write(to: name) }
    try Data().write(to: names[0])
    try Data().write(to: names[1])
    process.standardOutput = try FileHandle(forWritingTo: names[0])
    process.standardError = try FileHandle(forWritingTo: names[1])
    process.standardInput = try FileHandle(forReadingFrom: names[2])
    try process.run()
    process.waitUntilExit()
    defer { for name in names { try? FileManager.default.removeItem(at: name) } }
    return Outcome(
      exitCode: process.terminationStatus, output: String(decoding: try Data(contentsOf: names[0]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self))
  }
}
