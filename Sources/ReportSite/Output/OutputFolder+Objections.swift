import SystemPackage

extension OutputFolder {
  /// The longest manifest that is looked into.
  private static let longestManifest = 256 << 20

  /// Why a folder must not be replaced, or nil if it may.
  static func objection(
    to target: FilePath, shownAs shown: String, force: Bool, keeping kept: [String]
  ) throws(FileSystem.Failure) -> String? {
    switch try FileSystem.kind(of: target) {
    case .absent: return nil
    case .folder: break
    case .file, .link, .other: return "‘\(shown)’ is not a folder"
    }
    if target.removingLastComponent() == target { return "‘\(shown)’ is the root of the file system" }
    for path in kept where (try? FileSystem.resolved(FilePath(path)))?.starts(with: target) == true {
      return "‘\(shown)’ holds ‘\(path)’, which the report is made from; choose another output folder"
    }
    guard !force, let stranger = try stranger(in: target) else { return nil }
    let place = stranger.isEmpty ? shown : FilePath(shown).pushing(stranger).string
    return "‘\(place)’ was not written by Logbrief; choose another output folder, or replace all of ‘\(shown)’ with --force"
  }

  /// Something in a folder that Logbrief did not write: a file, below the folder, or the folder as a whole (empty), or nil.
  private static func stranger(in target: FilePath) throws(FileSystem.Failure) -> FilePath? {
    let files = try files(in: target)
    guard !files.isEmpty else { return nil }
    let manifest = target.appending(Manifest.fileName)
    guard try FileSystem.kind(of: manifest) == .file, let text = try FileSystem.read(manifest, limit: longestManifest),
      Manifest.isOurs(text)
    else { return "" }
    // A report that was being moved in file by file when its build died has the new list of checksums and the old manifest.
    let written = Manifest.quotedOutputs(in: text)
    let sums = target.appending(ChecksumList.fileName)
    let sumsText = try FileSystem.kind(of: sums) == .file ? FileSystem.read(sums, limit: longestManifest) : nil
    let summed = ChecksumList.escapedPaths(in: sumsText ?? [])
    return files.first { file in
      let path = file.string
      return file != FilePath(Manifest.fileName) && file != FilePath(ChecksumList.fileName)
        && !written.contains(Array(JSONValue.quoted(path).utf8)) && !summed.contains(Array(ChecksumList.escaped(path).utf8))
    }
  }

  /// Every file below a folder, leaving out what a dead build left there.
  static func files(in folder: FilePath, below: FilePath = "") throws(FileSystem.Failure) -> [FilePath] {
    var files: [FilePath] = []
    for name in try FileSystem.names(in: folder.pushing(below)) {
      let path = below.appending(name)
      if below.isEmpty, StagingFolder.isStaging(name, for: folder) { continue }
      if try FileSystem.kind(of: folder.pushing(path)) == .folder {
        files += try self.files(in: folder, below: path)
      } else {
        files.append(path)
      }
    }
    return files
  }
}
