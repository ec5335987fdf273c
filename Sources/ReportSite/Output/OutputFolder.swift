import Diagnostics
import SystemPackage

/// A folder that holds one finished report, and that changes from the old report to the new one in one step.
public enum OutputFolder {
  /// Puts files in the place of whatever report the folder holds.
  ///
  /// They are written beside the folder, brought to the disk, and exchanged with it, so that a build that fails or dies at any moment leaves
  /// the last good report whole. Where the system can't exchange folders (another file system is mounted there, or the folder above is not
  /// ours to write) they are written inside it and moved into place one by one, `index.html` last.
  ///
  /// A folder that is neither absent, nor empty, nor wholly written by Logbrief is refused unless `force` is given; one that holds any of
  /// `kept`, the files and folders the report is made from, is always refused. Every failure is of code 73.
  /// - Parameters:
  ///   - files: everything the folder will hold: see ``Manifest/sealing(_:)``.
  ///   - path: the folder, relative to the working folder or absolute; missing folders above it are made.
  public static func write(
    _ files: [OutputFile], to path: String, force: Bool = false, keeping kept: [String] = []
  ) throws(DiagnosticList) {
    var reason: String?
    do throws(FileSystem.Failure) {
      reason = try problem(writing: files, to: path, force: force, keeping: kept)
    } catch {
      reason = "‘\(path)’ cannot be written: \(lowerCased(error.errno.description))"
    }
    if let reason { throw DiagnosticList([Diagnostic(.error, .output, reason)]) }
  }

  /// Writes the files, or says why it must not be done.
  private static func problem(
    writing files: [OutputFile], to path: String, force: Bool, keeping kept: [String]
  ) throws(FileSystem.Failure) -> String? {
    if let stray = files.first(where: { !$0.isInside }) { return "‘\(stray.path)’ is not a path inside the output folder" }
    let target = try target(path)
    if let objection = try objection(to: target, shownAs: path, force: force, keeping: kept) { return objection }
    let parent = target.removingLastComponent()
    try FileSystem.makeFolders(parent)
    StagingFolder.removeLeftovers(of: target, in: parent)
    try replace(target, with: files)
    return nil
  }

  /// The folder's path, absolute and with links followed.
  private static func target(_ path: String) throws(FileSystem.Failure) -> FilePath {
    let given = FilePath(path)
    guard try FileSystem.kind(of: given) == .absent else { return try FileSystem.resolved(given) }
    guard let name = given.lastComponent, name.kind == .regular else {
      throw FileSystem.Failure(path: given, errno: .noSuchFileOrDirectory)
    }
    let parent = given.removingLastComponent()
    return try target(parent.isEmpty ? "." : parent.string).appending(name)
  }

  /// The system's words as part of a sentence of ours.
  private static func lowerCased(_ reason: String) -> String {
    guard let first = reason.unicodeScalars.first else { return reason }
    return first.properties.lowercaseMapping + String(reason.unicodeScalars.dropFirst())
  }
}
