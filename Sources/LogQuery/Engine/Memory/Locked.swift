import Synchronization

/// A value that one thread at a time may use. It owns the value, which must not leave ``withLock(_:)``.
///
/// Unlike `Mutex` it takes closures that capture pointers, as those who hold the lock need to read what they add.
@safe
final class Locked<Value: ~Copyable>: @unchecked Sendable {
  private let lock = Mutex(())
  private let value: UnsafeMutablePointer<Value>

  init(_ value: consuming Value) {
    unsafe self.value = .allocate(capacity: 1)
    unsafe self.value.initialize(to: value)
  }

  deinit {
    unsafe value.deinitialize(count: 1)
    unsafe value.deallocate()
  }

  /// Calls `body` with the value once nobody else uses it.
  @inline(__always)
  func withLock<Result>(_ body: (inout Value) -> Result) -> Result { lock.withLock { _ in unsafe body(&value.pointee) } }
}
