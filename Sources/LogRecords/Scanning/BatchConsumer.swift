/// Takes the records of one lane of a scan. Each lane has its own; afterwards they are merged.
public protocol BatchConsumer: AnyObject {
  /// Takes a batch, which is valid only during the call. Batches of one lane come in the order of the source, with gaps.
  func consume(_ batch: borrowing RecordBatch)
}
