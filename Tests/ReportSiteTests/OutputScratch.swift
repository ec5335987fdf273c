import Foundation
import Testing

@testable import Diagnostics
@testable import ReportSite

/// A folder for one test, removed with it.
final class OutputScratch {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("logbrief-output-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Text of a file in the folder, or nil if there is none.
  func text(_ name: String) -> String? { try? String(contentsOfFile: path(name), encoding: .utf8) }

  func put(_ text: String, at name: String) throws {
    let place = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  /// Every file and folder below a place, sorted.
  func tree(_ name: String = "") -> [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: path(name))) ?? []).sorted()
  }

  /// Runs a program and gives its exit code and output.
  @discardableResult
  static func run(_ arguments: String..., in folder: String? = nil) -> (code: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = pipe
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    guard (try? process.run()) != nil else { return (127, "") }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}

/// A small report, the same word in all its files.
func outputReport(_ word: String, data: [String] = ["a"], padding: Int = 0) -> [OutputFile] {
  var files = [OutputFile(path: "index.html", bytes: Array("<p>\(word)</p>".utf8) + Array(repeating: 0x20, count: padding))]
  files += data.map { OutputFile(path: "data/\($0).csv", bytes: Array("\(word),\($0)\n".utf8)) }
  return Manifest(toolVersion: "1", figures: data.count).sealing(files)
}

/// The one diagnostic that a call throws.
func outputRefusal(_ body: () throws -> Void) throws -> Diagnostic {
  do {
    try body()
  } catch let list as DiagnosticList {
    return try #require(list.diagnostics.first)
  }
  throw OutputWasNotRefused()
}

struct OutputWasNotRefused: Error {}
