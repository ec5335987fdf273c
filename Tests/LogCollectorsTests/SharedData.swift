import Foundation

/// Real logs beside the project, with their own counts; they are no part of it. Tests that use them are skipped where they are absent.
enum SharedData {
  /// What a skipped test says.
  static let absent = "needs the shared log samples (LOGBRIEF_SHARED_DATA, or ../shared/data beside the project)"

  /// Where they are.
  static let root: String = {
    if let named = ProcessInfo.processInfo.environment["LOGBRIEF_SHARED_DATA"] { return named }
    // Tests/LogCollectorsTests/SharedData.swift lies three levels below the package, whose neighbour they are.
    let package = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return package.deletingLastPathComponent().appendingPathComponent("shared/data").path
  }()

  /// Whether they are there.
  static let isPresent = FileManager.default.fileExists(atPath: root + "/README.md")

  /// The path of a file.
  static func path(_ name: String) -> String { root + "/" + name }

  /// The bytes of a file.
  static func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path(name)))) }

  /// The 7,121 lines of `auth.log` in Elastic's examples.
  static let authLog = "elastic-examples/Machine Learning/Security Analytics Recipes/suspicious_login_activity/data/auth.log"

  /// The log of one of CrowdSec's tests.
  static func crowdSec(_ test: String) -> String { "crowdsecurity-hub/tests/\(test)/\(test).log" }
}
