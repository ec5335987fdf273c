import Diagnostics
import Foundation
import LogRecords

/// Where a command writes one file: beside its name first, under its name once all is well, so that a command that fails leaves what was
/// there. Standard output and what is no regular file are written directly.
final class OutputTarget {
  /// Takes the bytes.
  let file: BufferedFile
  private let path: String
  private let temporary: String?

  /// Opens the output.
  ///
  /// - Parameter inputs: what the command reads; none of these is overwritten.
  init(path: String, inputs: [InputPath] = []) throws(DiagnosticList) {
    let own = Self.realPath(path)
    if path != "-", inputs.contains(where: { $0.path != "-" && Self.realPath($0.path) == own }) {
      throw DiagnosticList([Diagnostic(.error, .output, "‘\(path)’ is read by this command, so it can't be written")])
    }
    let attributes = try? FileManager.default.attributesOfItem(atPath: own)
    let isReplaceable = path != "-" && (attributes == nil || attributes?[.type] as? FileAttributeType == .typeRegular)
    self.path = own
    temporary = isReplaceable ? own + ".partial" : nil
    file = try BufferedFile(path: temporary ?? path, name: path == "-" ? nil : path)
  }

  /// Finishes the file and gives it its name.
  func commit() throws(DiagnosticList) {
    try file.finish()
    guard let temporary else { return }
    guard rename(temporary, path) == 0 else {
      throw DiagnosticList([Diagnostic(.error, .output, "‘\(path)’ can't be written: " + String(cString: strerror(errno)))])
    }
  }

  deinit { if let temporary { unlink(temporary) } }

  private static func realPath(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
}
