import Glibc
import SystemPackage

extension FileSystem {
  /// Writes a new file; something already there is an error. The disk may not have it yet: see ``synchroniseAll(around:)``.
  static func write(_ bytes: [UInt8], to path: FilePath) throws(Failure) {
    try attempt(path) {
      let file = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec], permissions: FilePermissions(rawValue: 0o666))
      try file.closeAfter {
        _ = try file.writeAll(bytes)
      }
    }
  }

  /// All of a file; nil if it is longer than `limit` bytes.
  static func read(_ path: FilePath, limit: Int) throws(Failure) -> [UInt8]? {
    guard try status(of: path).st_size <= limit else { return nil }
    var bytes: [UInt8] = []
    try attempt(path) {
      let file = try FileDescriptor.open(path, .readOnly, options: [.noFollow, .closeOnExec])
      try file.closeAfter {
        var count = 0
        repeat {
          let part = try unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, filled in
            filled = try unsafe file.read(into: UnsafeMutableRawBufferPointer(buffer))
          }
          count = part.count
          bytes += part
        } while count > 0 && bytes.count <= limit
      }
    }
    return bytes.count <= limit ? bytes : nil
  }

  /// Waits until the disk has everything written to the file system that a folder is on: for many small files one wait instead of one each.
  static func synchroniseAll(around folder: FilePath) throws(Failure) {
    try attempt(folder) {
      let descriptor = try FileDescriptor.open(folder, .readOnly, options: [.directory, .closeOnExec])
      try descriptor.closeAfter {
        // Linux has `syncfs`, which the module of the C library does not show.
        guard let symbol = unsafe dlsym(nil, "syncfs") else { return sync() }
        let synchronise = unsafe unsafeBitCast(symbol, to: (@convention(c) (CInt) -> CInt).self)
        guard synchronise(descriptor.rawValue) == 0 else { throw Errno(rawValue: Glibc.errno) }
      }
    }
  }

  /// Waits until the disk has a folder's entries.
  static func synchronise(_ folder: FilePath) throws(Failure) {
    try attempt(folder) {
      let descriptor = try FileDescriptor.open(folder, .readOnly, options: [.directory, .closeOnExec])
      try descriptor.closeAfter {
        // Some file systems can't synchronise a folder and say EINVAL; there is nothing to wait for then.
        guard fsync(descriptor.rawValue) == 0 || Glibc.errno == EINVAL else { throw Errno(rawValue: Glibc.errno) }
      }
    }
  }

  private static func attempt(_ path: FilePath, _ body: () throws -> Void) throws(Failure) {
    do {
      try body()
    } catch {
      throw Failure(path: path, errno: error as? Errno ?? .ioError)
    }
  }
}
