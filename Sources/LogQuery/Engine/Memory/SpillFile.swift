import Diagnostics
import Glibc
import LogRecords

/// A temporary file without a name whose bytes are used like memory.
///
/// It is mapped in stretches that the disk has promised to hold (`posix_fallocate`), so that a full disk is an error here and not a signal
/// later. Within them blocks come in powers of two, and larger ones in whole stretches; they go back to a list of their size. One thread at a
/// time may use it; it owns the mappings, and no block may outlive it.
@safe
final class SpillFile: @unchecked Sendable {
  private let descriptor: Int32
  private let folder: String
  private var stretches: [Stretch] = unsafe []
  /// Blocks given back, by their size.
  private var free: [Int: [UnsafeMutableRawPointer]] = unsafe [:]

  private static let stretchLength = 1 << 26

  /// A part of the file that is mapped.
  @unsafe
  private struct Stretch {
    let start: UnsafeMutableRawPointer
    let length: Int
    /// Bytes handed out.
    var taken: Int
  }

  /// A file in the folder that `TMPDIR` names, else where temporary files may be large.
  init() throws(DiagnosticList) {
    let asked = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
    folder = asked.utf8.isEmpty ? "/var/tmp" : asked
    descriptor = Self.open(in: folder)
    if descriptor < 0 { throw Self.failure(folder, errno) }
  }

  deinit {
    for index in unsafe stretches.indices { unsafe munmap(stretches[index].start, stretches[index].length) }
    close(descriptor)
  }

  /// Length of the file.
  private(set) var byteCount = 0

  /// A block of at least so many bytes, aligned to a page if it is that large.
  ///
  /// - Throws: exit code 73 if the disk has no room.
  func allocate(byteCount: Int) throws(DiagnosticList) -> UnsafeMutableRawPointer {
    let size = Self.size(byteCount)
    if let block = unsafe free[size]?.popLast() { return unsafe block }
    if unsafe stretches.last.map({ unsafe $0.taken + size > $0.length }) ?? true { try addStretch(for: size) }
    let last = unsafe stretches.count - 1
    defer { unsafe stretches[last].taken += size }
    return unsafe stretches[last].start + stretches[last].taken
  }

  /// Takes a block back.
  func free(_ block: UnsafeMutableRawPointer, byteCount: Int) { unsafe free[Self.size(byteCount), default: []].append(block) }

  private func addStretch(for size: Int) throws(DiagnosticList) {
    let length = max(size, Self.stretchLength)
    let status = posix_fallocate(descriptor, off_t(byteCount), off_t(length))
    guard status == 0 else { throw Self.failure(folder, status) }
    let start = unsafe mmap(nil, length, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, off_t(byteCount))
    guard let start = unsafe start, unsafe start != MAP_FAILED else { throw Self.failure(folder, errno) }
    byteCount += length
    unsafe stretches.append(Stretch(start: start, length: length, taken: 0))
  }

  /// The size of the block that holds so many bytes.
  private static func size(_ byteCount: Int) -> Int {
    if byteCount > stretchLength { return (byteCount + stretchLength - 1) / stretchLength * stretchLength }
    return 1 << (Int.bitWidth - (max(1, byteCount) - 1).leadingZeroBitCount)
  }

  private static func open(in folder: String) -> Int32 {
    // mkstemp puts six letters of its choice in the place of these.
    var path = Array("\(folder)/logbrief-\(String(repeating: "X", count: 6))".utf8CString)
    return unsafe path.withUnsafeMutableBufferPointer { path in
      guard let start = path.baseAddress else { return -1 }
      let descriptor = unsafe mkstemp(start)
      // Without a name nobody else opens it, and it is gone whatever becomes of the process.
      if descriptor >= 0 { unsafe unlink(start) }
      return descriptor
    }
  }

  private static func failure(_ folder: String, _ code: Int32) -> DiagnosticList {
    let reason = unsafe String(cString: strerror(code))
    return DiagnosticList([
      Diagnostic(.error, .output, "keys need more than ‘--memory’, and no more of them can be put into ‘\(folder)’: \(reason)")
    ])
  }
}
