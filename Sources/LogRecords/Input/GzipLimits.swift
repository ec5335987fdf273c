/// How far a compressed file may unfold, so that a small one cannot fill memory and time.
public struct GzipLimits: Hashable, Sendable {
  /// Most bytes for each stored byte; deflate itself reaches 1,032.
  public var ratio: Int64
  /// Bytes up to which the ratio is not looked at.
  public var allowance: Int64
  /// Most bytes in all.
  public var largest: Int64

  /// Limits; by default 200:1 once past 16 MiB, and 1 TiB in all.
  public init(ratio: Int64 = 200, allowance: Int64 = 16 << 20, largest: Int64 = 1 << 40) {
    self.ratio = ratio
    self.allowance = allowance
    self.largest = largest
  }
}
