import SafeText

/// Some records of a source, column by column; reused from one batch to the next.
///
/// The batch owns its cells, arena and symbols. `buffer` belongs to the scan and is valid only until the consumer returns: neither it nor a
/// pointer into it may be kept.
@safe
public struct RecordBatch: ~Copyable {
  /// No batch holds more records.
  public static let mostRecords = 4_096
  /// Records in a batch of few columns: these and their bytes stay in a processor's second cache.
  private static let usualRecords = 2_048
  /// Most cells in a batch of many columns, so that a thousand of them take 8 MB and not 64.
  private static let mostCells = 524_288

  /// Number of wanted columns.
  public let columnCount: Int
  /// Most records in this batch.
  public let capacity: Int
  /// Number of records.
  public internal(set) var count = 0
  /// The bytes that cells of kind `buffer` point into.
  @unsafe public var buffer: UnsafeRawBufferPointer
  /// Bytes made by the decoder.
  public internal(set) var arena = ByteArena()
  /// Constants of the decoder, such as the actions that it tells apart; they stay from batch to batch.
  public internal(set) var symbols: [ByteString] = []
  /// The bytes of the symbols.
  public internal(set) var symbolBytes = ByteArena()
  /// Where in `symbolBytes` each symbol is.
  public internal(set) var symbolRanges: [Range<Int>] = []
  /// Which file of the source, from 0.
  public var file = 0
  /// Which chunk of the file, from 0; a file read in sequence has its chunks numbered too.
  public var chunk = 0
  /// Records of the same chunk in batches before this one.
  public var firstRecord = 0
  /// Offset of `buffer` in the (uncompressed) file.
  public var bufferOffset: Int64 = 0
  /// The time of each record in nanoseconds since the epoch, ``noTime`` where its time column holds none; empty if the scan reads no times.
  public var times: [Int64] = []

  /// Stands for no time: a nanosecond that no log holds, in the year 1677.
  public static let noTime = Int64.min

  /// Cells of column c at c × capacity …; only the first `count` of each column mean something.
  @usableFromInline
  let cells: UnsafeMutablePointer<Cell>
  /// Where each record begins.
  @usableFromInline
  let places: UnsafeMutablePointer<RecordPlace>

  /// An empty batch for a number of columns.
  public init(columnCount: Int) {
    self.columnCount = columnCount
    capacity = max(16, min(Self.usualRecords, Self.mostCells / max(1, columnCount)))
    unsafe buffer = UnsafeRawBufferPointer(start: nil, count: 0)
    unsafe cells = .allocate(capacity: max(1, columnCount * capacity))
    unsafe cells.initialize(repeating: .missing, count: max(1, columnCount * capacity))
    unsafe places = .allocate(capacity: capacity)
    unsafe places.initialize(repeating: RecordPlace(offset: 0, line: 0), count: capacity)
  }

  deinit {
    unsafe cells.deallocate()
    unsafe places.deallocate()
  }
}

/// Where a record begins in its batch's buffer and chunk.
public struct RecordPlace: Hashable, Sendable {
  /// Offset of its first byte in the buffer.
  public var offset: UInt32
  /// Its (first) line, from 1 within the chunk.
  public var line: UInt32

  /// A place by its parts.
  @inlinable
  public init(offset: UInt32, line: UInt32) {
    self.offset = offset
    self.line = line
  }
}
