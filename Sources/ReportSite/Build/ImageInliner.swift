import Diagnostics
import Foundation
import SafeText

/// Turns the local images of a page into `data:` URLs. PNG and JPEG only: an SVG is a program for the browser, and is refused.
enum ImageInliner {
  /// Largest image taken in, in bytes; a report is one file that people attach.
  static let largest = 1 << 20

  /// The image as a URL and its bytes.
  static func read(_ path: String, location: SourceLocation) throws(DiagnosticList) -> (url: String, bytes: [UInt8]) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DiagnosticList([Diagnostic(.error, .input, at: location, "the image can't be read")])
    }
    guard data.count <= largest else {
      throw DiagnosticList([Diagnostic(.error, .content, at: location, "the image is over 1 MiB; make it smaller")])
    }
    guard let type = mediaType(data) else {
      throw DiagnosticList([Diagnostic(.error, .content, at: location, "only PNG and JPEG images can be shown")])
    }
    return ("data:\(type);base64," + data.base64EncodedString(), Array(data))
  }

  /// The type that the first bytes prove, whatever the file is called.
  private static func mediaType(_ data: Data) -> String? {
    if data.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
    if data.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    return nil
  }
}
