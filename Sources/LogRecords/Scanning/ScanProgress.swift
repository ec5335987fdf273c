/// How far a pass over a source has come.
public struct ScanProgress: Hashable, Sendable {
  /// Bytes decoded, uncompressed.
  public var bytes: Int64
  /// Bytes of all files whose size in this sense is known; 0 if it is not known of any.
  public var totalBytes: Int64
  /// Records decoded.
  public var records: Int

  /// So much of `totalBytes`; nothing unless said.
  public init(bytes: Int64 = 0, totalBytes: Int64 = 0, records: Int = 0) {
    self.bytes = bytes
    self.totalBytes = totalBytes
    self.records = records
  }
}
