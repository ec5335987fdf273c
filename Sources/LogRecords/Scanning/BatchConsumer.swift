import Diagnostics

/// Takes the records of one lane of a scan. Each lane has its own; afterwards they are merged.
public protocol BatchConsumer: AnyObject {
  /// Why it can take no more batches, if that is so; the scan then ends with it.
  var failure: DiagnosticList? { get }

  /// Takes a batch, which is valid only during the call. Batches of one lane come in the order of the source, with gaps.
  func consume(_ batch: borrowing RecordBatch)

  /// Learns that a chunk of a file is over, whether or not it had records. When a chunk is over, all chunks before it in the source are over
  /// too, or other lanes are at them.
  func finishChunk(_ chunk: Int, ofFile file: Int, isLast: Bool)
}

extension BatchConsumer {
  /// Nothing is in its way, unless it says otherwise.
  public var failure: DiagnosticList? { nil }

  /// Nothing depends on where chunks end, unless it says otherwise.
  public func finishChunk(_ chunk: Int, ofFile file: Int, isLast: Bool) {}
}
