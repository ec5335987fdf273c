import SystemPackage

extension OutputFolder {
  /// Replaces a folder in one step where the system can, else file by file.
  static func replace(_ target: FilePath, with files: [OutputFile]) throws(FileSystem.Failure) {
    let exists = try FileSystem.kind(of: target) == .folder
    do {
      try exchange(target, with: files, exists: exists)
    } catch  where exists && cannotExchange.contains(error.errno) {
      try moveIn(files, to: target)
    }
  }

  /// What the system says where a folder can't be made beside the target or can't be exchanged with it, though its files may be written.
  private static let cannotExchange: Set<Errno> = [
    .invalidArgument, .noFunction, .notSupported, .improperLink, .resourceBusy, .permissionDenied, .notPermitted, .readOnlyFileSystem,
  ]

  /// Writes the files beside the target and exchanges the two, then removes the old one.
  private static func exchange(_ target: FilePath, with files: [OutputFile], exists: Bool) throws(FileSystem.Failure) {
    let parent = target.removingLastComponent()
    let staging = try StagingFolder(for: target, in: parent)
    // After the exchange this removes the old report; a failure to do so is mended by the next build.
    defer { try? FileSystem.remove(staging.path) }
    try staging.fill(with: files)
    if exists {
      try FileSystem.copyPermissions(from: target, to: staging.path)
      try FileSystem.exchange(staging.path, target)
    } else {
      try FileSystem.move(staging.path, to: target)
    }
    try FileSystem.synchronise(parent)
  }

  /// Writes the files inside the target, then moves each to its place.
  ///
  /// The list of checksums goes first, so that a build that dies on the way leaves no file of unknown origin; then files, removals, manifests,
  /// and at last the pages, each whole in itself, the first page after all others.
  static func moveIn(_ files: [OutputFile], to target: FilePath) throws(FileSystem.Failure) {
    StagingFolder.removeLeftovers(of: target, in: target)
    let staging = try StagingFolder(for: target, in: target)
    defer { try? FileSystem.remove(staging.path) }
    try staging.fill(with: files)
    let ordered = files.sorted { rank($0) < rank($1) }
    for file in ordered where rank(file) <= .content { try moveIn(file.path, from: staging.path, to: target) }
    let new = Set(files.map { FilePath($0.path) })
    for old in try self.files(in: target) where !new.contains(old) {
      try FileSystem.remove(target.pushing(old))
      try removeEmptyFolders(from: old.removingLastComponent(), in: target)
    }
    for file in ordered where rank(file) > .content { try moveIn(file.path, from: staging.path, to: target) }
    try FileSystem.synchronise(target)
  }

  /// When a file is moved.
  private enum Rank: Int, Comparable {
    case checksums, content, manifest, page, firstPage

    static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  private static func rank(_ file: OutputFile) -> Rank {
    switch FilePath(file.path).lastComponent?.string {
    case ChecksumList.fileName: .checksums
    case Manifest.fileName: .manifest
    case "index.html": file.path == "index.html" ? .firstPage : .page
    default: .content
    }
  }

  private static func moveIn(_ path: String, from staging: FilePath, to target: FilePath) throws(FileSystem.Failure) {
    let place = target.appending(path)
    var folder = target
    for part in FilePath(path).removingLastComponent().components {
      folder.append(part)
      if try FileSystem.kind(of: folder) != .folder { try FileSystem.remove(folder) }
      try FileSystem.makeFolders(folder)
    }
    if try FileSystem.kind(of: place) == .folder { try FileSystem.remove(place) }
    try FileSystem.move(staging.appending(path), to: place)
  }

  /// Removes a folder inside the target if nothing is left in it, then the one above.
  private static func removeEmptyFolders(from folder: FilePath, in target: FilePath) throws(FileSystem.Failure) {
    guard !folder.isEmpty, try FileSystem.names(in: target.pushing(folder)).isEmpty else { return }
    try FileSystem.remove(target.pushing(folder))
    try removeEmptyFolders(from: folder.removingLastComponent(), in: target)
  }
}
