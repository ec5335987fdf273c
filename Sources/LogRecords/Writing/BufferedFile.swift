import Diagnostics
import Glibc

/// A file that is written from its start, or standard output, through a buffer.
///
/// What is in the buffer reaches the file with ``finish()``; without it the file is cut short. One thread at a time may write.
public final class BufferedFile {
  /// What messages call it.
  public let name: String
  /// Number of bytes written.
  public private(set) var count: Int64 = 0
  /// Whether the reader of a pipe has gone: no reason to complain, the output was simply not wanted any more.
  public private(set) var isAbandoned = false

  private var descriptor: Int32
  private var buffer: [UInt8] = []

  private static let capacity = 1 << 18

  /// Opens the file at `path`, emptied if it exists; `-` for standard output.
  ///
  /// - Throws: exit code 73 and the reason if it can't be written.
  public init(path: String, name: String? = nil) throws(DiagnosticList) {
    let isStandardOutput = path == "-"
    self.name = name ?? (isStandardOutput ? "standard output" : path)
    descriptor =
      isStandardOutput ? STDOUT_FILENO : SystemError.retrying { unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) }
    guard descriptor >= 0 else { throw failure(errno) }
    buffer.reserveCapacity(Self.capacity)
  }

  deinit { if descriptor > STDERR_FILENO { close(descriptor) } }

  /// Writes bytes.
  ///
  /// - Throws: exit code 73 and the reason, such as a full disk.
  public func write(_ bytes: [UInt8]) throws(DiagnosticList) {
    count += Int64(bytes.count)
    if buffer.count + bytes.count > Self.capacity { try flush() }
    if bytes.count >= Self.capacity { try send(bytes) } else { buffer += bytes }
  }

  /// Writes text in UTF-8.
  ///
  /// - Throws: exit code 73 and the reason, such as a full disk.
  public func write(_ text: String) throws(DiagnosticList) { try write(Array(text.utf8)) }

  /// Hands over what is still in the buffer.
  ///
  /// - Throws: exit code 73 and the reason, such as a full disk.
  public func flush() throws(DiagnosticList) {
    try send(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes what is left and closes the file; nothing may be written after it.
  ///
  /// - Throws: exit code 73 and the reason, such as a full disk that only shows itself now.
  public func finish() throws(DiagnosticList) {
    try flush()
    guard descriptor > STDERR_FILENO else { return }
    let result = close(descriptor)
    descriptor = -1
    guard result == 0 || errno == EINTR else { throw failure(errno) }
  }

  private func send(_ bytes: [UInt8]) throws(DiagnosticList) {
    var start = 0
    while start < bytes.count {
      let result = SystemError.retrying {
        unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress.map { unsafe $0 + start }, bytes.count - start) }
      }
      guard result >= 0 else { throw failure(errno) }
      start += result
    }
  }

  private func failure(_ number: Int32) -> DiagnosticList {
    if number == EPIPE { isAbandoned = true }
    let reason = number == ENOENT ? "there is no such folder" : SystemError.reason(number)
    return DiagnosticList([Diagnostic(.error, .output, "‘\(name)’ can't be written: \(reason)")])
  }
}
