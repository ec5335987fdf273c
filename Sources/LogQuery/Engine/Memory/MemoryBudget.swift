import Diagnostics
import Glibc
import LogRecords
import SafeText
import Synchronization

/// How much memory the keys of one pass may take; what goes beyond it lies in a temporary file, which the system keeps in memory only as
/// long as it has some to spare.
///
/// Answers never depend on it: keys are counted exactly wherever they lie.
final class MemoryBudget: Sendable {
  /// A stretch of memory.
  @safe
  struct Block {
    let start: UnsafeMutableRawPointer
    let byteCount: Int
    let isSpilled: Bool
  }

  /// Bytes of memory that blocks may take.
  let limit: Int
  private let used = Atomic<Int>(0)
  private let spill = Mutex<Spill>(Spill())

  private struct Spill {
    var file: SpillFile?
    var failure: DiagnosticList?
  }

  /// Blocks under this size stay in memory: with a thousand partitions for each counter, larger ones would add up.
  private static let smallestSpilled = 1 << 9

  /// A budget of so many bytes.
  init(limit: Int) { self.limit = limit }

  /// Bytes that lie in a temporary file, or once did.
  var spilledBytes: Int { spill.withLock { $0.file?.byteCount ?? 0 } }

  /// Why no more could be spilled; the pass must then fail, for it has gone beyond its budget.
  var failure: DiagnosticList? { spill.withLock { $0.failure } }

  /// A block that the caller owns, and gives back by ``free(_:)``. Its bytes may be anything.
  func allocate(byteCount: Int) -> Block {
    let isOver = used.add(byteCount, ordering: .relaxed).newValue > limit
    if isOver, byteCount >= Self.smallestSpilled, let start = unsafe spilled(byteCount) {
      used.subtract(byteCount, ordering: .relaxed)
      return unsafe Block(start: start, byteCount: byteCount, isSpilled: true)
    }
    return unsafe Block(start: .allocate(byteCount: byteCount, alignment: 16), byteCount: byteCount, isSpilled: false)
  }

  /// Takes a block back.
  func free(_ block: Block) {
    if block.isSpilled {
      spill.withLock { spill in unsafe spill.file?.free(block.start, byteCount: block.byteCount) }
    } else {
      used.subtract(block.byteCount, ordering: .relaxed)
      unsafe block.start.deallocate()
    }
  }

  private func spilled(_ byteCount: Int) -> UnsafeMutableRawPointer? {
    unsafe spill.withLock { spill in
      guard spill.failure == nil else { return nil }
      do throws(DiagnosticList) {
        let file: SpillFile
        if let existing = spill.file { file = existing } else { file = try SpillFile() }
        spill.file = file
        return unsafe try file.allocate(byteCount: byteCount)
      } catch {
        spill.failure = error
        return nil
      }
    }
  }
}
