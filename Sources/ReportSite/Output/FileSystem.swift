import Glibc
import SystemPackage

/// The system calls that writing a report takes, each a throwing function over paths that may hold any bytes.
///
/// Links are never followed. No pointer leaves a function: paths lend theirs for the length of a call.
enum FileSystem {
  /// What stands at a path.
  enum Kind {
    case absent, file, folder, link, other
  }

  /// A call that the system refused.
  struct Failure: Error {
    /// The path it was about.
    var path: FilePath
    /// Why.
    var errno: Errno
  }

  /// What stands at a path, a link itself rather than what it points to.
  static func kind(of path: FilePath) throws(Failure) -> Kind {
    do {
      switch try status(of: path).st_mode & S_IFMT {
      case S_IFREG: return .file
      case S_IFDIR: return .folder
      case S_IFLNK: return .link
      default: return .other
      }
    } catch  where error.errno == .noSuchFileOrDirectory { return .absent }
  }

  /// Owner, permissions and size of what stands at a path.
  static func status(of path: FilePath) throws(Failure) -> stat {
    var status = stat()
    try unsafe check(path) { unsafe lstat($0, &status) }
    return status
  }

  /// The names in a folder, sorted by bytes, without `.` and `..`.
  static func names(in folder: FilePath) throws(Failure) -> [FilePath.Component] {
    guard let stream = unsafe folder.withPlatformString({ unsafe opendir($0) }) else { throw failure(folder) }
    defer { unsafe closedir(stream) }
    var names: [FilePath.Component] = []
    Glibc.errno = 0
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe UnsafeRawPointer(name).withMemoryRebound(to: CChar.self, capacity: 1) { unsafe FilePath.Component(platformString: $0) }
      }
      if let name, name.kind == .regular { names.append(name) }
    }
    guard Glibc.errno == 0 else { throw failure(folder) }
    return names.sorted { $0.string.utf8.lexicographicallyPrecedes($1.string.utf8) }
  }

  /// Makes one folder; its parent must exist.
  static func makeFolder(_ path: FilePath) throws(Failure) { try unsafe check(path) { unsafe mkdir($0, 0o777) } }

  /// Makes a folder and those above it that are missing.
  static func makeFolders(_ path: FilePath) throws(Failure) {
    guard !path.isEmpty, try kind(of: path) == .absent else { return }
    try makeFolders(path.removingLastComponent())
    try makeFolder(path)
  }

  /// Gives a folder the permissions of another.
  static func copyPermissions(from model: FilePath, to path: FilePath) throws(Failure) {
    let mode = try status(of: model).st_mode & 0o7777
    try unsafe check(path) { unsafe chmod($0, mode) }
  }

  /// Gives a file another place, over what is there.
  static func move(_ path: FilePath, to place: FilePath) throws(Failure) {
    try unsafe check(place) { place in unsafe path.withPlatformString { unsafe rename($0, place) } }
  }

  /// Removes a file, or a folder with all that is in it.
  static func remove(_ path: FilePath) throws(Failure) {
    switch try kind(of: path) {
    case .absent: return
    case .folder:
      for name in try names(in: path) { try remove(path.appending(name)) }
      try unsafe check(path) { unsafe rmdir($0) }
    case .file, .link, .other: try unsafe check(path) { unsafe unlink($0) }
    }
  }

  /// The path without links, `.` and `..`; it must exist.
  static func resolved(_ path: FilePath) throws(Failure) -> FilePath {
    guard let text = unsafe path.withPlatformString({ unsafe realpath($0, nil) }) else { throw failure(path) }
    defer { unsafe free(text) }
    return unsafe FilePath(platformString: text)
  }

  /// Runs a call that answers 0 when it succeeds.
  static func check(_ path: FilePath, _ call: (UnsafePointer<CChar>) -> CInt) throws(Failure) {
    guard unsafe path.withPlatformString(call) == 0 else { throw failure(path) }
  }

  /// What the system said of the call just made.
  static func failure(_ path: FilePath) -> Failure { Failure(path: path, errno: Errno(rawValue: Glibc.errno)) }
}
