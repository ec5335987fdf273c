import Foundation

/// Real logs beside the project, with their own counts; they are no part of it. Tests that use them are skipped where they are absent.
enum SharedData {
  /// What a skipped test says.
  static let absent = "needs the shared log samples (LOGBRIEF_SHARED_DATA, or ../shared/data beside the project)"

  /// Where they are: beside the package, which lies four levels above this file.
  static let root: String = {
    if let named = ProcessInfo.processInfo.environment["LOGBRIEF_SHARED_DATA"] { return named }
    var package = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<4 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().appendingPathComponent("shared/data").path
  }()

  /// Whether they are there.
  static let isPresent = FileManager.default.fileExists(atPath: root + "/README.md")

  /// The bytes of a file.
  static func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: root + "/" + name))) }
}
