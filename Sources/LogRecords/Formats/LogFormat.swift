import Diagnostics

/// A log format: recognises its files and tells how they are read. A new format is one file that conforms, and one line in the registry.
public protocol LogFormat: Sendable {
  /// The name that authors and `--format` use, such as `csv` or `linux-auth`.
  var name: String { get }
  /// What it is, for a reader: "Linux authentication log".
  var title: String { get }
  /// How surely the first bytes of a file are in this format: 0 for not at all, 100 for beyond doubt.
  func confidence(sample: [UInt8]) -> Int
  /// Reads what the head of a file says of its layout.
  ///
  /// - Parameters:
  ///   - sample: the first bytes of the file, up to 1 MiB; the whole file if it is shorter.
  ///   - isWhole: whether `sample` is the whole file.
  ///   - file: the file's name for messages.
  /// - Throws: what is wrong with the head (no header, duplicate column names …), each with its line.
  func layout(sample: [UInt8], isWhole: Bool, file: String, options: SourceOptions) throws(DiagnosticList) -> any RecordLayout
}

/// How one file of a format is laid out.
public protocol RecordLayout: Sendable {
  /// The columns, in order.
  var columns: [Column] { get }
  /// Bytes before the first record: a byte order mark, a header.
  var headerLength: Int { get }
  /// Lines before the first record.
  var headerLines: Int { get }
  /// Where the file may be cut so that its parts can be read by themselves.
  var split: InputSplit { get }
  /// What was assumed because the file is silent, as sentences for "What this report cannot see".
  var assumptions: [String] { get }
  /// A decoder that fills only the wanted columns (indices into `columns`), which become columns 0, 1, … of the batch.
  func makeDecoder(wanted: [Int]) -> any RecordDecoder
}

/// Where the bytes of a file may be cut into chunks that are read independently.
public enum InputSplit: Hashable, Sendable {
  /// After any line feed that stands outside quotes: `quote` opens a quoted field where it is the first byte of one (of a record, or after
  /// `delimiter`), and closes it where it is not doubled.
  case records(quote: UInt8, delimiter: UInt8)
  /// After any line feed.
  case lines
  /// Nowhere: what came before matters (a year that turns, a record that spans lines); chunks are read in order by one decoder.
  case sequence
}

/// Turns bytes into records. One decoder serves one lane of a scan; under ``InputSplit/sequence`` it sees the whole file in order.
public protocol RecordDecoder {
  /// Decodes whole records from the start of `bytes` until the batch is full or no whole record is left.
  ///
  /// - Parameters:
  ///   - bytes: begins at a record. Valid during the call and until the batch is consumed; cells of kind `buffer` point into it.
  ///   - isLast: whether the file ends with `bytes`, so that a last record without a line end is whole.
  ///   - batch: empty on entry, its `buffer` set to `bytes`.
  ///   - tally: what was read and what was rejected, added to.
  /// - Returns: the number of bytes used, blank and rejected lines included. 0 with an empty batch: no whole record was found;
  ///   0 with a full one: the first line stands for more records than a batch holds, and is to be given again for the rest.
  mutating func decode(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, into batch: inout RecordBatch, tally: inout RecordTally
  ) -> Int
}
