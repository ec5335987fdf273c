import Glibc
import SystemPackage

/// A folder in which a report is written before it takes its place: `.public.logbrief-staging-1` beside `public`.
///
/// While its build lives it holds a lock (`flock`) on the folder, which the system gives up when the process dies, however it dies. So a
/// folder of that name that can be locked was left by a dead build, and ``removeLeftovers(of:in:)`` takes it away.
struct StagingFolder: ~Copyable {
  /// Where it is.
  let path: FilePath
  private let descriptor: FileDescriptor

  /// Makes one for a target in a folder; the first free number ends its name.
  init(for target: FilePath, in parent: FilePath) throws(FileSystem.Failure) {
    for number in 1... {
      let path = parent.appending(Self.prefix(for: target) + String(number))
      guard try Self.make(path), let (descriptor, lock) = Self.open(path) else { continue }
      if lock != .another {
        self.path = path
        self.descriptor = descriptor
        return
      }
      try? descriptor.close()
    }
    throw FileSystem.Failure(path: parent, errno: .fileExists)
  }

  deinit { try? descriptor.close() }

  /// Writes the files into it and waits until the disk has them.
  func fill(with files: [OutputFile]) throws(FileSystem.Failure) {
    for file in files {
      let place = path.appending(file.path)
      try FileSystem.makeFolders(place.removingLastComponent())
      try FileSystem.write(file.bytes, to: place)
    }
    try FileSystem.synchroniseAll(around: path)
  }

  /// Removes those that dead builds left for a target. What can't be removed stays, which harms nobody.
  static func removeLeftovers(of target: FilePath, in parent: FilePath) {
    for name in (try? FileSystem.names(in: parent)) ?? [] where isStaging(name, for: target) {
      let path = parent.appending(name)
      // In a shared place a folder of another user may be a trap, and is theirs to remove.
      guard let status = try? FileSystem.status(of: path), status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid(),
        let (descriptor, lock) = open(path)
      else { continue }
      if lock == .ours { try? FileSystem.remove(path) }
      try? descriptor.close()
    }
  }

  /// Whether a name is one that ``init(for:in:)`` gives.
  static func isStaging(_ name: FilePath.Component, for target: FilePath) -> Bool {
    let prefix = prefix(for: target)
    let number = name.string.utf8.dropFirst(prefix.utf8.count)
    return name.string.utf8.starts(with: prefix.utf8) && !number.isEmpty && number.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func prefix(for target: FilePath) -> String {
    "." + (target.lastComponent?.string ?? "") + ".logbrief-staging-"
  }

  /// Makes the folder; false if the name is taken.
  private static func make(_ path: FilePath) throws(FileSystem.Failure) -> Bool {
    do {
      try FileSystem.makeFolder(path)
      return true
    } catch {
      guard error.errno == .fileExists else { throw error }
      return false
    }
  }

  /// Who has the lock on a folder.
  private enum Lock {
    case ours, another
    /// The file system has no locks.
    case nobody
  }

  /// Opens a folder and tries to lock it; nil if it is gone.
  private static func open(_ path: FilePath) -> (FileDescriptor, Lock)? {
    guard let folder = try? FileDescriptor.open(path, .readOnly, options: [.directory, .noFollow, .closeOnExec]) else { return nil }
    guard flock(folder.rawValue, LOCK_EX | LOCK_NB) == 0 else { return (folder, errno == EWOULDBLOCK ? .another : .nobody) }
    // A cleaner may have removed the folder between its making and the lock: then it has no name left.
    var status = stat()
    guard unsafe fstat(folder.rawValue, &status) == 0, status.st_nlink > 0 else {
      try? folder.close()
      return nil
    }
    return (folder, .ours)
  }
}
