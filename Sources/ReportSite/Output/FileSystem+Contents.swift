import Glibc
import SystemPackage

extension FileSystem {
  /// Writes a new file and waits until the disk has it; something already there is an error.
  static func write(_ bytes: [UInt8], to path: FilePath) throws(Failure) {
    try attempt(path) {
      let file = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec], permissions: FilePermissions(rawValue: 0o666))
      try file.closeAfter {
        _ = try file.writeAll(bytes)
        guard fsync(file.rawValue) == 0 else { throw Errno(rawValue: Glibc.errno) }
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
