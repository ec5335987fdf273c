import LogRecords

/// As many values as a batch has records at most, filled and read by loops over one batch after another. It owns its memory.
@safe
final class BatchVector<Element: BitwiseCopyable> {
  /// The values; the first `count` mean something.
  let values: UnsafeMutablePointer<Element>
  /// Number of values.
  var count = 0

  /// Room for the values of a batch.
  init(filler: Element) {
    unsafe values = .allocate(capacity: RecordBatch.mostRecords)
    unsafe values.initialize(repeating: filler, count: RecordBatch.mostRecords)
  }

  deinit { unsafe values.deallocate() }

  /// Adds a value, for which there must be room.
  @inline(__always)
  func append(_ value: Element) {
    unsafe values[count] = value
    count &+= 1
  }

  /// The values that mean something.
  @inline(__always)
  var buffer: UnsafeBufferPointer<Element> { unsafe UnsafeBufferPointer(start: values, count: count) }
}
