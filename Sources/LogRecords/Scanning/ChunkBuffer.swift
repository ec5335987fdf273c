/// The memory of one chunk of a scan, reused from chunk to chunk.
///
/// It owns its bytes. In front of the chunk there is room for the start of a record that the chunk before could not finish, so that records
/// always lie in one piece. A buffer has one user at a time; the scan's ``ChunkQueue`` sees to that.
@safe
final class ChunkBuffer: @unchecked Sendable {
  /// Room for a record begun earlier (a longer one is skipped, not kept); a multiple of 64, as the kernel copies faster to aligned memory.
  static let margin = CSVDialect.longestRecord + 64

  private let memory: UnsafeMutableRawBufferPointer

  /// A buffer for chunks of at most `chunkSize` bytes.
  init(chunkSize: Int) {
    unsafe memory = .allocate(byteCount: Self.margin + chunkSize, alignment: 4_096)
  }

  deinit { unsafe memory.deallocate() }

  /// Where a chunk of `length` bytes is read to.
  func room(for length: Int) -> UnsafeMutableRawBufferPointer {
    unsafe UnsafeMutableRawBufferPointer(rebasing: memory[Self.margin..<Self.margin + length])
  }

  /// Bytes by their position in the chunk; below 0 lies what was carried over.
  func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(rebasing: memory[Self.margin + range.lowerBound..<Self.margin + range.upperBound])
  }

  /// Puts bytes in front of the chunk.
  func carry(_ bytes: [UInt8]) {
    precondition(bytes.count <= Self.margin, "a record carried over is longer than the margin")
    unsafe UnsafeMutableRawBufferPointer(rebasing: memory[Self.margin - bytes.count..<Self.margin]).copyBytes(from: bytes)
  }
}
