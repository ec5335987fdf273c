/// How far a pass over a source has come.
public struct ScanProgress: Hashable, Sendable {
  /// Bytes decoded, uncompressed.
  public var bytes: Int64 = 0
  /// Bytes of all files whose size in this sense is known; 0 if it is not known of any.
  public var totalBytes: Int64 = 0
  /// Records decoded.
  public var records = 0

  /// Nothing of `totalBytes` yet.
  public init(totalBytes: Int64) { self.totalBytes = totalBytes }
}
