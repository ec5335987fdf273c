import Foundation

/// Public logs that a checkout may have beside it; see `LOGBRIEF_SHARED_DATA`.
enum SharedData {
  /// The folder, if it is there.
  static let folder: String? = {
    let beside = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let path = ProcessInfo.processInfo.environment["LOGBRIEF_SHARED_DATA"] ?? "/\(beside)/../shared/data"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()
}
