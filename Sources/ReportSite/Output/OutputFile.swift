/// One file of a finished report: where it goes inside the output folder, and its bytes.
public struct OutputFile: Hashable, Sendable {
  /// Path below the output folder, parts joined by `/`: `data/logins-by-user.csv`.
  public var path: String
  /// Everything in it.
  public var bytes: [UInt8]

  /// A file to be written.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The same file one folder further down: how a report's files become part of a site's.
  public func moved(into folder: String) -> OutputFile { OutputFile(path: folder + "/" + path, bytes: bytes) }

  /// Whether the path stays inside the output folder: relative, no empty, `.` or `..` part, no NUL.
  var isInside: Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
    return parts.allSatisfy { !$0.isEmpty && $0 != Array(".".utf8) && $0 != Array("..".utf8) && !$0.contains(0) }
  }
}
