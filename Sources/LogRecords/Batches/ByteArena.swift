/// Bytes that are appended, read by range and forgotten all at once.
///
/// It owns its memory. Growing moves it: a pointer into it is valid only until the next append.
@safe
public struct ByteArena: ~Copyable {
  /// Number of bytes.
  public private(set) var count = 0
  @usableFromInline
  private(set) var memory: UnsafeMutableRawBufferPointer

  /// An empty arena.
  public init() { unsafe memory = .allocate(byteCount: 256, alignment: 16) }

  deinit { unsafe memory.deallocate() }

  /// The bytes at a range, which must have been appended.
  @inlinable
  public func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    precondition(range.upperBound <= count, "bytes outside the arena")
    return unsafe UnsafeRawBufferPointer(rebasing: memory[range])
  }

  /// Copies bytes to the end and gives their range.
  public mutating func append(_ bytes: UnsafeRawBufferPointer) -> Range<Int> {
    reserve(bytes.count)
    unsafe UnsafeMutableRawBufferPointer(rebasing: memory[count...]).copyMemory(from: bytes)
    defer { count += bytes.count }
    return count..<count + bytes.count
  }

  /// Forgets all bytes but keeps the memory.
  public mutating func removeAll() { count = 0 }

  private mutating func reserve(_ more: Int) {
    guard unsafe count + more > memory.count else { return }
    let grown = unsafe UnsafeMutableRawBufferPointer.allocate(byteCount: max(count + more, 2 * memory.count), alignment: 16)
    unsafe grown.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<count]))
    unsafe memory.deallocate()
    unsafe memory = grown
  }
}
