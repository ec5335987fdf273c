import SafeText

/// Some records of a source, column by column; reused from one batch to the next.
///
/// The batch owns its cells, arena and symbols. `buffer` belongs to the scan and is valid only until the consumer returns: neither it nor a
/// pointer into it may be kept.
public struct RecordBatch: ~Copyable {
  /// Most records in one batch.
  public static let capacity = 4_096

  /// Number of wanted columns.
  public let columnCount: Int
  /// Number of records.
  public internal(set) var count = 0
  /// The bytes that cells of kind `buffer` point into.
  public var buffer: UnsafeRawBufferPointer
  /// Bytes made by the decoder.
  public private(set) var arena: [UInt8] = []
  /// Constants of the decoder, such as the actions that it tells apart; they stay from batch to batch.
  public private(set) var symbols: [ByteString] = []
  /// Which file of the source, from 0.
  public var file = 0
  /// Which chunk of the file, from 0; a file read in sequence has its chunks numbered too.
  public var chunk = 0
  /// Records of the same chunk in batches before this one.
  public var firstRecord = 0
  /// Offset of `buffer` in the (uncompressed) file.
  public var bufferOffset: Int64 = 0

  /// Cells of column c at c × capacity …; only the first `count` of each column mean something.
  let cells: UnsafeMutablePointer<Cell>
  /// Offset in `buffer` of each record.
  let recordOffsets: UnsafeMutablePointer<UInt32>

  /// An empty batch for a number of columns.
  public init(columnCount: Int) {
    self.columnCount = columnCount
    buffer = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    unsafe cells = .allocate(capacity: max(1, columnCount * Self.capacity))
    unsafe cells.initialize(repeating: .missing, count: max(1, columnCount * Self.capacity))
    unsafe recordOffsets = .allocate(capacity: Self.capacity)
    unsafe recordOffsets.initialize(repeating: 0, count: Self.capacity)
  }

  deinit {
    unsafe cells.deallocate()
    unsafe recordOffsets.deallocate()
  }
}
