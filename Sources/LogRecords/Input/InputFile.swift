import Diagnostics
import Glibc

/// A file opened to be read, or standard input; it must not change until all of it has been read.
///
/// Reading by offset is safe from several threads at once. The descriptor is closed with the last reference.
public final class InputFile: Sendable {
  /// As the author named it; messages use it.
  public let name: String
  /// Whether it has a size and can be read at any offset; a pipe can only be read in order.
  public let isRegular: Bool
  /// Its size in bytes when it was opened; 0 if it is not regular.
  public let size: Int64

  private let path: String
  private let descriptor: Int32
  private let identity: Identity
  /// When anything about it was last set: who edits a file can set its modification time back, but not this.
  private let changeTime: ChangeTime

  private struct ChangeTime: Equatable {
    var seconds: Int
    var nanoseconds: Int

    init(_ status: stat) { (seconds, nanoseconds) = (status.st_ctim.tv_sec, status.st_ctim.tv_nsec) }
  }

  /// What tells a file from another, and from itself after a change.
  private struct Identity: Equatable {
    var device: UInt
    var inode: UInt
    var size: Int
    var seconds: Int
    var nanoseconds: Int

    init(_ status: stat) {
      device = UInt(status.st_dev)
      inode = UInt(status.st_ino)
      size = Int(status.st_size)
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }

  /// Opens the file at `path`, `-` for standard input.
  ///
  /// - Parameter name: what to call it in messages; its path unless given.
  /// - Throws: exit code 66 and the reason if it is missing, a folder or not readable.
  public init(path: String, name: String? = nil) throws(DiagnosticList) {
    let isStandardInput = path == "-"
    let name = name ?? (isStandardInput ? "standard input" : path)
    guard !path.utf8.contains(0) else { throw Self.failure(name, "can't be read: " + SystemError.reason(ENOENT)) }
    let descriptor = isStandardInput ? STDIN_FILENO : SystemError.retrying { unsafe open(path, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw Self.failure(name, "can't be read: " + SystemError.reason(errno)) }
    var status = stat()
    let failed = unsafe fstat(descriptor, &status) != 0
    let kind = status.st_mode & S_IFMT
    guard !failed, kind != S_IFDIR else {
      let reason = SystemError.reason(failed ? errno : EISDIR)
      if !isStandardInput { close(descriptor) }
      throw Self.failure(name, "can't be read: " + reason)
    }
    self.name = name
    self.path = path
    self.descriptor = descriptor
    identity = Identity(status)
    changeTime = ChangeTime(status)
    isRegular = kind == S_IFREG && (!isStandardInput || lseek(descriptor, 0, SEEK_CUR) == 0)
    size = isRegular ? Int64(status.st_size) : 0
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// Fills `buffer` from a regular file; less only where the file ends.
  ///
  /// - Returns: the number of bytes read; bytes past the size that the file had when it was opened are not read.
  /// - Throws: exit code 66 for a read error, or if the file has become shorter.
  public func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(DiagnosticList) -> Int {
    let wanted = Int(min(Int64(buffer.count), max(0, size - offset)))
    var count = 0
    while count < wanted {
      let part = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[count..<wanted])
      let result = SystemError.retrying { unsafe pread(descriptor, part.baseAddress, part.count, off_t(offset) + count) }
      guard result >= 0 else { throw Self.failure(name, "can't be read: " + SystemError.reason(errno)) }
      guard result > 0 else { throw Self.failure(name, "became shorter while it was read") }
      count += result
    }
    return count
  }

  /// Fills `buffer` with the bytes that come next in a pipe; less only at its end.
  ///
  /// - Throws: exit code 66 for a read error.
  public func readNext(into buffer: UnsafeMutableRawBufferPointer) throws(DiagnosticList) -> Int {
    var count = 0
    while count < buffer.count {
      let part = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let result = SystemError.retrying { unsafe Glibc.read(descriptor, part.baseAddress, part.count) }
      guard result >= 0 else { throw Self.failure(name, "can't be read: " + SystemError.reason(errno)) }
      if result == 0 { break }
      count += result
    }
    return count
  }

  /// Checks after reading that the file is still the one that was opened, with the size and the times it had.
  ///
  /// - Throws: exit code 66 if it was changed, replaced or removed meanwhile.
  public func verifyUnchanged() throws(DiagnosticList) {
    guard isRegular else { return }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw Self.failure(name, "can't be read: " + SystemError.reason(errno)) }
    let now = Identity(status)
    if now.size < identity.size { throw Self.failure(name, "became shorter while it was read") }
    let isSame = now == identity
    let isTouched = ChangeTime(status) != changeTime
    if isSame, descriptor != STDIN_FILENO {
      guard unsafe stat(path, &status) == 0 else { throw Self.failure(name, "was removed while it was read") }
      guard Identity(status) == identity else { throw Self.failure(name, "was replaced while it was read") }
    }
    guard isSame else { throw Self.failure(name, "changed while it was read") }
    // Whether only its permissions changed, or its bytes and then its times, nobody can tell.
    guard !isTouched else { throw Self.failure(name, "was touched while it was read: its bytes, permissions or links may have changed") }
  }

  /// An error about a file that can't be read.
  static func failure(_ name: String, _ what: String, code: ExitCode = .input) -> DiagnosticList {
    DiagnosticList([Diagnostic(.error, code, "‘\(name)’ \(what)")])
  }
}
