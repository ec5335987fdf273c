/// One value of a batch: where its bytes are, or the value itself. 16 bytes.
public struct Cell: Sendable {
  /// What a cell holds.
  public enum Kind: UInt8, Sendable {
    /// No value: an empty or absent field; `length` is 0, `payload` means nothing.
    case missing
    /// Bytes of the batch's buffer: `payload` is the offset, `length` the count.
    case buffer
    /// Bytes of the batch's arena, where the file's own bytes would not do (a field with doubled quotes).
    case arena
    /// A whole number in `payload`.
    case integer
    /// Nanoseconds since the epoch in `payload`.
    case time
    /// The symbol of the batch whose index is in `payload`.
    case symbol
  }

  /// What it holds.
  public var kind: Kind
  /// Number of bytes, for the kinds that have any.
  public var length: UInt32
  /// Offset, number, time or index, by kind.
  public var payload: Int64

  /// A cell of a kind.
  @inlinable
  public init(_ kind: Kind, length: UInt32 = 0, payload: Int64 = 0) {
    self.kind = kind
    self.length = length
    self.payload = payload
  }

  /// No value.
  @inlinable
  public static var missing: Cell { Cell(.missing) }
}
