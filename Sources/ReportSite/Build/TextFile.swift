import Diagnostics
import Foundation

/// Reads the files that people write: UTF-8, of moderate size.
enum TextFile {
  /// Largest file read, in bytes.
  static let largest = 8 << 20

  /// The text of a file, without a byte order mark.
  ///
  /// - Parameters:
  ///   - path: what to open.
  ///   - name: what to call it in messages.
  static func read(_ path: String, name: String) throws(DiagnosticList) -> String { try contents(path, name: name).text }

  /// The text of a file, without a byte order mark, and its bytes as they are.
  static func contents(_ path: String, name: String) throws(DiagnosticList) -> (text: String, bytes: [UInt8]) {
    if let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int, size > largest {
      throw DiagnosticList([Diagnostic(.error, .content, at: SourceLocation(file: name), "is over 8 MiB of text")])
    }
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch let error as CocoaError where error.code == .fileReadNoPermission {
      throw DiagnosticList([Diagnostic(.error, .input, at: SourceLocation(file: name), "permission denied")])
    } catch {
      throw DiagnosticList([Diagnostic(.error, .input, at: SourceLocation(file: name), "can't be read")])
    }
    guard data.count <= largest else {
      throw DiagnosticList([Diagnostic(.error, .content, at: SourceLocation(file: name), "is over 8 MiB of text")])
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      let line = data.prefix(invalidOffset(data)).filter { $0 == 0x0A }.count + 1
      throw DiagnosticList([Diagnostic(.error, .content, at: SourceLocation(file: name, line: line), "is not valid UTF-8")])
    }
    return (text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text, Array(data))
  }

  /// Offset of the first byte that is not UTF-8.
  private static func invalidOffset(_ data: Data) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = data.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded): offset += encoded.count
      case .error, .emptyInput: return offset
      }
    }
  }
}
